/**
 * Every line of every file of the store is one JSON object whose first field is the CRC-32 of the rest of the line:
 * `{"crc":"1c291ca3","seq":7,"changes":[…]}`. The checksum is taken over the bytes as they lie on disk, so a line is
 * checked before it is parsed.
 */

import { crc32 } from 'node:zlib'
import type { Line } from './scan-lines.ts'

/** Length of `{"crc":"xxxxxxxx",`. */
const HEAD_BYTES = 18

/**
 * @param fields the fields of the object as JSON text, without braces: `"seq":7,"changes":[…]`. @returns the line
 * with its line feed.
 */
export function sealLine(fields: string): string {
  const rest = `${fields}}`
  return `${headOf(crc32(rest))}${rest}\n`
}

/** @returns the object, or undefined when the line is not as it was written. */
export function unsealLine({ bytes, text }: Line): Readonly<Record<string, unknown>> | undefined {
  if (bytes.length <= HEAD_BYTES) return undefined
  if (!text.startsWith(headOf(crc32(bytes.subarray(HEAD_BYTES))))) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function headOf(crc: number): string {
  return `{"crc":"${crc.toString(16).padStart(8, '0')}",`
}
