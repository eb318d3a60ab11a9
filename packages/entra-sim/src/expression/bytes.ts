const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of a text in UTF-16, low byte first, no byte order mark. */
export function utf16LittleEndian(text: string): readonly number[] {
  const bytes: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    bytes.push(unit & 0xff, unit >> 8)
  }
  return bytes
}

/** Bytes of a text in UTF-8; a lone surrogate becomes U+FFFD. */
export function utf8(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)]
}

/** Base64 with padding (RFC 4648 §4). */
export function base64FromBytes(bytes: readonly number[]): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const chunk = bytes.slice(index, index + 3)
    const bits = ((chunk[0] ?? 0) << 16) | ((chunk[1] ?? 0) << 8) | (chunk[2] ?? 0)
    for (let part = 0; part < 4; part += 1) {
      text += part > chunk.length ? '=' : alphabet.charAt((bits >> (18 - 6 * part)) & 63)
    }
  }
  return text
}

/** Bytes behind base64; white space is skipped, anything else that is not base64 is null. */
export function bytesFromBase64(text: string): readonly number[] | null {
  const compact = text.replace(/\s/g, '')
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return null
  const bytes: number[] = []
  for (let index = 0; index < compact.length; index += 4) {
    const digits = [...compact.slice(index, index + 4)].map((character) => Math.max(0, alphabet.indexOf(character)))
    const bits = digits.reduce((sum, digit) => sum * 64 + digit, 0)
    bytes.push((bits >> 16) & 0xff, (bits >> 8) & 0xff, bits & 0xff)
  }
  const padding = compact.length - compact.replace(/=+$/, '').length
  return bytes.slice(0, bytes.length - padding)
}

/** Text of bytes in one of the .NET encodings `Unicode`, `ASCII` and `UTF8`; null for another name. */
export function textFromBytes(bytes: readonly number[], encoding: string): string | null {
  switch (encoding.toLowerCase()) {
    case 'unicode':
      return textFromUtf16(bytes)
    case 'ascii':
      return bytes.map((byte) => (byte < 128 ? String.fromCharCode(byte) : '?')).join('')
    case 'utf8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes))
    default:
      return null
  }
}

function textFromUtf16(bytes: readonly number[]): string {
  let text = ''
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    text += String.fromCharCode((bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8))
  }
  return text
}
