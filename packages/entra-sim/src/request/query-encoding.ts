/**
 * A value of the query as the service writes it: `+` for a space, percent-encoded UTF-8 for reserved characters, nothing escaped
 * within the filter's quotes (SCIMReferenceCode; Microsoft: special characters in joining values fail).
 */
export function encodeQueryValue(text: string, hexCase: 'upper' | 'lower'): string {
  const encoded = Array.from(text.replace(/\p{Surrogate}/gu, '\uFFFD'), encodeCharacter).join('')
  return hexCase === 'upper' ? encoded : encoded.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())
}

function encodeCharacter(character: string): string {
  if (character === ' ') return '+'
  if (/[A-Za-z0-9\-_.~]/.test(character)) return character
  const encoded = encodeURIComponent(character)
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded
}
