// Values in quotes, of a filter or of the path of a PATCH (RFC 7644 §3.4.2.2, §3.5.2), in clear or as they stand in a URL.

/** Replaces each quoted value by what `other` makes of it and of the attribute path that it is compared with. */
export function mapQuoted(text: string, other: (value: string, attribute: string) => string): string {
  return text.replace(COMPARED, (_all, attribute: string, between: string, value: string) => {
    return `${attribute}${between}"${other(value, attribute)}"`
  })
}

const COMPARED = /([\w.$:-]+)(\s+[a-z]{2}\s+)"((?:[^"\\]|\\.)*)"/gi

/** The same in a query, where each character keeps the way in which it is encoded. */
export function mapEncoded(query: string, map: (text: string) => string): string {
  const units = unitsIn(query)
  const made = [...map(units.map(({ char }) => char).join(''))]
  // What is no longer as long was not replaced letter by letter: then it is encoded anew.
  if (made.length !== units.length) return encodeURIComponent(made.join(''))
  return units.map((unit, at) => encodedAs(unit, made[at] ?? '')).join('')
}

interface Unit {
  readonly char: string
  readonly raw: string
}

const UNIT = /(?:%[0-9a-f]{2})+|[\s\S]/giu

function unitsIn(query: string): readonly Unit[] {
  return [...query.matchAll(UNIT)].flatMap(([raw]) => {
    if (raw === '+') return [{ char: ' ', raw }]
    const text = raw.length > 1 && raw.startsWith('%') ? decoded(raw) : undefined
    if (text === undefined) return [...raw].map((char) => ({ char, raw: char }))
    const isLower = /%[0-9]?[a-f]/.test(raw)
    return [...text].map((char) => ({ char, raw: percent(char, isLower) }))
  })
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function encodedAs({ char, raw }: Unit, made: string): string {
  if (made === char) return raw
  return raw.startsWith('%') && raw.length > 1 ? percent(made, /%[0-9]?[a-f]/.test(raw)) : made
}

function percent(char: string, isLower: boolean): string {
  const bytes = [...new TextEncoder().encode(char)].map((byte) => byte.toString(16).padStart(2, '0'))
  const text = bytes.map((byte) => `%${byte}`).join('')
  return isLower ? text : text.toUpperCase()
}
