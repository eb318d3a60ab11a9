/**
 * Upper and lower case as .NET's invariant culture and the Turkic cultures do it: one UTF-16 unit (or one code point)
 * stays one, so ß stays ß, and the dotless ı and dotted İ stay themselves in the invariant culture.
 */

/** Upper case in the invariant culture. */
export function toUpperInvariant(text: string): string {
  return mapCharacters(text, (character) => (character === 'ı' ? character : character.toUpperCase()))
}

/** Lower case in the invariant culture. */
export function toLowerInvariant(text: string): string {
  return mapCharacters(text, (character) => (character === 'İ' ? character : character.toLowerCase()))
}

/** Upper case in a culture such as `tr-TR`; null is the invariant culture. */
export function toUpperIn(text: string, culture: string | null): string {
  return toUpperInvariant(isTurkic(culture) ? text.replace(/i/g, 'İ').replace(/ı/g, 'I') : text)
}

/** Lower case in a culture such as `tr-TR`; null is the invariant culture. */
export function toLowerIn(text: string, culture: string | null): string {
  if (isTurkic(culture)) return toLowerInvariant(text.replace(/I/g, 'ı').replace(/İ/g, 'i'))
  return toLowerInvariant(culture === null || culture === '' ? text : text.replace(/İ/g, 'i\u0307'))
}

function isTurkic(culture: string | null): boolean {
  return /^(tr|az)\b/i.test(culture ?? '')
}

function mapCharacters(text: string, change: (character: string) => string): string {
  let mapped = ''
  for (const character of text) {
    const changed = change(character)
    mapped += changed.length === character.length ? changed : character
  }
  return mapped
}
