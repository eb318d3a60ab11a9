import type { AttributePath, Filter, Span } from './filter/ast.ts'
import { skipSpaces, wordEnd } from './filter/lexer.ts'
import { parseBracketFilter, splitAttributePath } from './filter/parse.ts'
import type { ResourceTypeDefinition } from './schema/attribute-definition.ts'
import { findExtension } from './schema/resolve-attribute.ts'
import { syntaxError } from './syntax-error.ts'
import { lenient, type Strictness } from './tolerances.ts'
import { sameUrn } from './urns.ts'

/** The path of a PATCH operation (RFC 7644 §3.5.2): an attribute with an optional filter, or a whole schema. */
export type PatchPath =
  | (Span & { readonly kind: 'attribute'; readonly path: AttributePath; readonly filter?: Filter })
  | (Span & { readonly kind: 'schema'; readonly schema: string })

const maxLength = 4096

/**
 * @throws ScimError 400 invalidPath with the position, or invalidFilter for what stands in the brackets. The resource
 * type tells a URN alone from one with an attribute.
 */
export function parsePath(
  text: string,
  resourceType: ResourceTypeDefinition,
  strictness: Strictness = lenient,
): PatchPath {
  if (text.length > maxLength) throw syntaxError('invalidPath', `Path longer than ${maxLength} characters`, '', 0)
  const start = skipSpaces(text, 0)
  const end = wordEnd(text, start)
  const word = text.slice(start, end)
  const isSchema = sameUrn(word, resourceType.schema.id) || findExtension(resourceType, word) !== undefined
  if (isSchema) {
    expectEnd(text, end)
    return { kind: 'schema', schema: word, start, end }
  }
  const path = splitAttributePath(word, start)
  if (path === undefined) throw syntaxError('invalidPath', 'Expected an attribute', text, start)
  if (text[end] === '[') return filteredPath(text, path, strictness)
  expectEnd(text, end)
  return { kind: 'attribute', path, start, end }
}

function filteredPath(text: string, path: AttributePath, strictness: Strictness): PatchPath {
  if (path.subAttribute !== undefined) {
    throw syntaxError('invalidPath', 'Brackets after a sub-attribute', text, path.end)
  }
  const { filter, end: bracket } = parseBracketFilter(text, path.end + 1, strictness)
  const behind = bracket + 1
  if (text[behind] !== '.') {
    expectEnd(text, behind)
    return { kind: 'attribute', path, filter, start: path.start, end: behind }
  }
  const end = wordEnd(text, behind + 1)
  const sub = splitAttributePath(text.slice(behind + 1, end), behind + 1)
  if (sub === undefined || sub.schema !== undefined || sub.subAttribute !== undefined) {
    throw syntaxError('invalidPath', 'Expected a sub-attribute', text, behind + 1)
  }
  expectEnd(text, end)
  return { kind: 'attribute', path: { ...path, subAttribute: sub.attribute, end }, filter, start: path.start, end }
}

function expectEnd(text: string, offset: number): void {
  const end = skipSpaces(text, offset)
  if (end < text.length) throw syntaxError('invalidPath', 'Expected the end of the path', text, end)
}
