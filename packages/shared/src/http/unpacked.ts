// Some servers pack their answers although nobody has asked for it (RFC 9110 §8.4).
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { type HeaderList, headerValue } from '../provisioning/index.ts'
import { ProtocolError } from './exchange-failure.ts'

interface Answered {
  readonly headers: HeaderList
  readonly bytes: Buffer
}

const CODINGS = new Map([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
])

/**
 * The answer in clear, without the headers that no longer hold. A coding that is not known stays as it is.
 * @throws ProtocolError where the bytes are not what the header says, or more than `maxBodyBytes` come out
 */
export function unpacked(headers: HeaderList, bytes: Buffer, maxBodyBytes: number): Answered {
  const coding = headerValue(headers, 'content-encoding')?.trim().toLowerCase() ?? ''
  const unpack = CODINGS.get(coding)
  if (!unpack || bytes.length === 0) return { headers, bytes }
  try {
    return {
      headers: headers.filter(([name]) => !OF_CODING.test(name)),
      bytes: unpack(bytes, { maxOutputLength: maxBodyBytes }),
    }
  } catch (error) {
    throw new ProtocolError(
      `The answer is not ${coding}, or too long: ${error instanceof Error ? error.message : error}`,
    )
  }
}

const OF_CODING = /^content-(?:encoding|length)$/i
