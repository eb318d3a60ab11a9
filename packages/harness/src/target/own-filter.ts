import { type Filter, type Literal, parseFilter } from '@scimulator/shared/scim'
import { isMatching } from './foreign-values.ts'
import type { ValueMap } from './map-resource.ts'

/**
 * A URL whose `filter` asks for the run's own values: only the literals change, and the rest of the query keeps its bytes, so that a
 * client's way of encoding reaches the endpoint. A filter that cannot be parsed stays as it is.
 */
export function ownFilterUrl(url: string, map: ValueMap): string {
  return url.replace(/([?&]filter=)([^&#]*)/i, (whole, head: string, raw: string) => {
    const decoded = decodeWithOffsets(raw)
    const filter = decoded && parsed(decoded.text)
    if (!filter) return whole
    return head + replaceLiterals(raw, decoded.offsets, literalsOf(filter), map)
  })
}

/** The same for a filter that is written as it is. */
export function ownFilter(text: string, map: ValueMap): string {
  const filter = parsed(text)
  if (!filter) return text
  return literalsOf(filter)
    .sort((a, b) => b.literal.start - a.literal.start)
    .reduce((whole, { literal, isPhone }) => {
      const own = (isPhone ? map.phone : map.name)(String(literal.value))
      return whole.slice(0, literal.start) + JSON.stringify(own) + whole.slice(literal.end)
    }, text)
}

interface FoundLiteral {
  readonly literal: Literal
  readonly isPhone: boolean
}

/** Literals that are compared with an attribute that endpoints match by, in the order in which they stand. */
function literalsOf(filter: Filter, under = ''): FoundLiteral[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.operands.flatMap((operand) => literalsOf(operand, under))
    case 'not':
      return literalsOf(filter.operand, under)
    case 'present':
      return []
    case 'valuePath': {
      const attribute = filter.path.attribute.toLowerCase()
      return [filter.filter, ...(filter.test ? [filter.test] : [])].flatMap((one) => literalsOf(one, attribute))
    }
    case 'compare':
      return comparedWith(filter, under)
  }
}

function comparedWith(
  { path, literal, operator }: Extract<Filter, { kind: 'compare' }>,
  under: string,
): FoundLiteral[] {
  const attribute = under === '' ? path.attribute.toLowerCase() : under
  const leaf = (path.subAttribute ?? (under === '' ? 'value' : path.attribute)).toLowerCase()
  const isOrder = operator === 'gt' || operator === 'ge' || operator === 'lt' || operator === 'le'
  const isAsked = isMatching(attribute) && (leaf === 'value' || attribute === leaf)
  if (!isAsked || isOrder || operator === 'ew' || typeof literal.value === 'boolean' || literal.value === null)
    return []
  return [{ literal, isPhone: attribute.startsWith('phone') }]
}

function replaceLiterals(
  raw: string,
  offsets: readonly number[],
  literals: readonly FoundLiteral[],
  map: ValueMap,
): string {
  return [...literals]
    .sort((a, b) => b.literal.start - a.literal.start)
    .reduce((text, { literal, isPhone }) => {
      const own = (isPhone ? map.phone : map.name)(String(literal.value))
      const [from, to] = [offsets[literal.start] ?? 0, offsets[literal.end] ?? raw.length]
      return text.slice(0, from) + writtenLike(JSON.stringify(own), text.slice(from, to), raw) + text.slice(to)
    }, raw)
}

/** Each character as the client writes it there, if it does; a space as elsewhere in the filter. */
function writtenLike(text: string, literal: string, filter: string): string {
  const decoded = decodeWithOffsets(literal)
  const forms = new Map<string, string>([[' ', filter.includes('+') ? '+' : '%20']])
  if (decoded) {
    for (const [index, character] of [...decoded.text].entries()) {
      if (decoded.text.length === [...decoded.text].length)
        forms.set(character, literal.slice(decoded.offsets[index], decoded.offsets[index + 1]))
    }
  }
  return [...text].map((character) => forms.get(character) ?? encodeURIComponent(character)).join('')
}

function parsed(text: string): Filter | undefined {
  try {
    return parseFilter(text)
  } catch {
    return undefined
  }
}

/** The decoded text, and for each of its code units and its end the place in the raw text. */
function decodeWithOffsets(raw: string): { readonly text: string; readonly offsets: readonly number[] } | undefined {
  let text = ''
  const offsets: number[] = []
  for (const match of raw.matchAll(/(?:%[0-9a-f]{2})+|[\s\S]/giu)) {
    const decoded = decodePart(match[0])
    if (decoded === undefined) return undefined
    for (const { character, at } of decoded) {
      for (let unit = 0; unit < character.length; unit += 1) offsets.push(match.index + at)
      text += character
    }
  }
  return { text, offsets: [...offsets, raw.length] }
}

function decodePart(part: string): { character: string; at: number }[] | undefined {
  if (!part.startsWith('%')) return part === '%' ? undefined : [{ character: part === '+' ? ' ' : part, at: 0 }]
  try {
    let at = 0
    return [...decodeURIComponent(part)].map((character) => {
      const found = { character, at }
      at += 3 * Buffer.byteLength(character)
      return found
    })
  } catch {
    return undefined
  }
}
