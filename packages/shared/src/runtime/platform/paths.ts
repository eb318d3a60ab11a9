import { sep } from 'node:path'

/** A path with slashes, as files, reports and messages name it on every system. Elsewhere than on Windows a backslash belongs to a name. */
export function withSlashes(path: string, separator: string = sep): string {
  return separator === '/' ? path : path.replaceAll(separator, '/')
}

/** Names that Windows keeps for devices, whatever follows after a dot. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

const LONGEST_NAME = 120

/** A name that a file can have on every system, from any text; the same text gives the same name. Two texts may give the same one. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFC')
    // Control characters, what Windows and macOS forbid, and what shells make of a name.
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '-')
    .slice(0, LONGEST_NAME)
    // A half of a character pair is not a text.
    .replace(/\p{Cs}/gu, '-')
    .replace(/[. ]+$/, '')
    .replace(/^-+(?=.)|^\.+/, '')
  const named = plain === '' ? '_' : plain
  return DEVICES.test(named) ? `_${named}` : named
}
