// Which other resources a body names. An endpoint that is told to add a member, set a manager or follow a `$ref` acts on more than the
// resource in the URL, and every client spells these differently: as a string or an object, under a URN, in a path, in a pathless value.
import {
  type CompareFilter,
  type Filter,
  isJsonArray,
  isJsonObject,
  type JsonValue,
  parseFilter,
} from '@scimulator/shared/scim'
import type { ResourceKind } from './resource-kind.ts'

/** A resource that a body names. `kind` is absent where the body leaves open whether it is a user or a group. */
export type NamedId =
  | { readonly at: string; readonly id: string; readonly kind?: ResourceKind }
  /** Something that names a resource in a way that cannot be read, and so cannot be proved to be ours. */
  | { readonly at: string; readonly unreadable: string }

/** Attributes whose values are other resources (RFC 7643 §4.1.2, §4.2, §4.3) and names that endpoints give to such attributes. */
const REFERENCES =
  /^(members?|managers?|managerid|groups?|owners?|directreports|assistants?|delegates?|parent|children|supervisor|reportsto)$/i

/** Members of a body that say which resource the body is. */
const IDENTITY = /^(id|_id|uuid|guid|uid)$/i

const DEEPEST = 64

/** Every resource that a resource, a PatchOp or a part of one names. The value has been read strictly: no name stands in it twice. */
export function namedIds(body: JsonValue): NamedId[] {
  return isJsonObject(body) && isJsonArray(operationsOf(body)) ? ofPatch(body) : ofValue(body, '', 0)
}

function operationsOf(body: { readonly [name: string]: JsonValue }): JsonValue | undefined {
  return Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1]
}

/** RFC 7644 §3.5.2; names of the operation's members in any case, because endpoints read them so. */
function ofPatch(body: { readonly [name: string]: JsonValue }): NamedId[] {
  return Object.entries(body).flatMap(([name, value]) =>
    name.toLowerCase() === 'operations' && isJsonArray(value)
      ? value.flatMap((operation, index) => ofOperation(operation, `Operations[${index}]`))
      : ofMember(name, value, '', 0),
  )
}

function ofOperation(operation: JsonValue, at: string): NamedId[] {
  if (!isJsonObject(operation)) return []
  const members = Object.entries(operation)
  const paths = members.filter(([name]) => name.toLowerCase() === 'path').map(([, value]) => value)
  const odd = paths.filter((path) => path !== null && typeof path !== 'string')
  if (odd.length > 0) return [{ at: `${at}.path`, unreadable: JSON.stringify(odd[0]) }]
  const [path] = paths.filter((value) => typeof value === 'string' && value.trim() !== '')
  const compared = typeof path === 'string' ? inBrackets(path, `${at}.path`, partsOf(path).some(isReference)) : []
  const values = members.flatMap(([name, value]) => {
    if (name.toLowerCase() === 'path' || name.toLowerCase() === 'op') return []
    return typeof path === 'string' ? ofMember(path, value, at, 0) : ofValue(value, `${at}.${name}`, 0)
  })
  return [...compared, ...values]
}

function ofValue(value: JsonValue, at: string, depth: number): NamedId[] {
  if (depth > DEEPEST) return [{ at, unreadable: `deeper than ${DEEPEST} levels` }]
  if (isJsonArray(value)) return value.flatMap((item, index) => ofValue(item, `${at}[${index}]`, depth + 1))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, item]) => ofMember(name, item, at, depth))
}

/** One member of an object, or one PATCH path with its value: the name may be qualified, filtered, and end in a sub-attribute. */
function ofMember(name: string, value: JsonValue, above: string, depth: number): NamedId[] {
  const at = above === '' ? name : `${above}.${name}`
  const parts = partsOf(name)
  if (parts.some((part) => part === '$ref')) return ofReference(value, at)
  if (name.toLowerCase() === 'meta' && isJsonObject(value)) return ofReference(locationOf(value), `${at}.location`)
  if (depth === 0 && IDENTITY.test(name)) return ofStrings(value, at)
  if (!parts.some(isReference)) return [...inBrackets(name, at, false), ...ofValue(value, at, depth + 1)]
  return [...inBrackets(name, at, true), ...ofReferences(value, at, parts.at(-1) ?? '', depth)]
}

function isReference(part: string): boolean {
  return REFERENCES.test(part)
}

/** `urn:…:User:manager.value` is manager and value; `members[value eq "1"].display` is members and display. */
function partsOf(name: string): string[] {
  const bare = name.replace(/\[[\s\S]*\]/, '').trim()
  const colon = /^urn:/i.test(bare) ? bare.lastIndexOf(':') : -1
  const urnless = bare.slice(colon + 1)
  // A version such as 2.0 stands before the last colon, so that dots behind it part sub-attributes.
  return urnless.split('.').map((part) => part.trim().toLowerCase())
}

/** Ids that the filter of a path compares with: `members[value eq "2819c223"]`. */
function inBrackets(name: string, at: string, namesOthers: boolean): NamedId[] {
  if (!name.includes('[')) return []
  const text = /\[([\s\S]*)\]/.exec(name)?.[1]
  const filter = text === undefined ? undefined : parsed(text)
  if (filter) return comparedIn(filter, at, namesOthers)
  return namesOthers || /\$ref|members|manager|groups/i.test(name) ? [{ at, unreadable: name }] : []
}

function comparedIn(filter: Filter, at: string, namesOthers: boolean): NamedId[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.operands.flatMap((one) => comparedIn(one, at, namesOthers))
    case 'not':
      return comparedIn(filter.operand, at, namesOthers)
    case 'present':
      return []
    case 'valuePath':
      return comparedIn(filter.filter, at, namesOthers)
    case 'compare':
      return literalIn(filter, at, namesOthers)
  }
}

function literalIn({ path, literal }: CompareFilter, at: string, namesOthers: boolean): NamedId[] {
  const attribute = (path.subAttribute ?? path.attribute).toLowerCase()
  const { value } = literal
  if (attribute === '$ref') return ofReference(value, at)
  return namesOthers && (attribute === 'value' || attribute === 'id') ? ofStrings(value, at) : []
}

function parsed(text: string): Filter | undefined {
  try {
    return parseFilter(text)
  } catch {
    return undefined
  }
}

/** What stands under a reference attribute: an id, an object with `value` or `$ref`, or a list of them. */
function ofReferences(value: JsonValue, at: string, leaf: string, depth: number): NamedId[] {
  if (depth > DEEPEST) return [{ at, unreadable: `deeper than ${DEEPEST} levels` }]
  if (isJsonArray(value)) return value.flatMap((item, index) => ofReferences(item, `${at}[${index}]`, leaf, depth + 1))
  if (isJsonObject(value)) return ofReferenceObject(value, at, depth)
  return leaf === 'display' || leaf === 'displayname' || leaf === 'type' ? [] : ofStrings(value, at)
}

function ofReferenceObject(value: { readonly [name: string]: JsonValue }, at: string, depth: number): NamedId[] {
  const kind = kindSaidBy(value)
  return Object.entries(value).flatMap(([name, item]) => {
    const leaf = partsOf(name).at(-1) ?? ''
    if (leaf === '$ref') return ofReference(item, `${at}.${name}`)
    if (/^(display|displayname|type|primary|operation|name|formatted)$/.test(leaf) && !isJsonObject(item)) return []
    const found = [...inBrackets(name, `${at}.${name}`, true), ...ofReferences(item, `${at}.${name}`, leaf, depth + 1)]
    return kind === undefined ? found : found.map((one) => ('id' in one ? { kind, ...one } : one))
  })
}

function kindSaidBy(value: { readonly [name: string]: JsonValue }): ResourceKind | undefined {
  if (value.type === 'Group') return 'Groups'
  return value.type === 'User' ? 'Users' : undefined
}

function locationOf(meta: { readonly [name: string]: JsonValue }): JsonValue {
  return Object.entries(meta).find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null
}

/** A `$ref` names the resource at its end: `https://scim.example/v2/Users/1`, `../Users/1`. */
function ofReference(value: JsonValue, at: string): NamedId[] {
  if (value === null || value === '') return []
  if (isJsonArray(value)) return value.flatMap((item) => ofReference(item, at))
  if (isJsonObject(value)) return Object.values(value).flatMap((item) => ofReference(item, at))
  const isPlain = typeof value === 'string' && !/[^/]\/+\.{1,2}(\/|$)|\/\.{1,2}$/.test(value.replace(/^(\.\.\/)+/, ''))
  const match = isPlain ? /^(?:[^?#]*\/)?(Users|Groups)\/([^/?#%\\;]+)$/.exec(value) : null
  const bulk = isPlain ? /^(?:[^?#]*\/)?(bulkId:[\w.-]+)$/.exec(value) : null
  if (bulk?.[1] !== undefined) return [{ at, id: bulk[1] }]
  if (!match?.[2]) return [{ at, unreadable: JSON.stringify(value) }]
  return [{ at, id: match[2], kind: match[1] === 'Users' ? 'Users' : 'Groups' }]
}

function ofStrings(value: JsonValue, at: string): NamedId[] {
  if (isJsonArray(value)) return value.flatMap((item) => ofStrings(item, at))
  if (isJsonObject(value)) return Object.values(value).flatMap((item) => ofStrings(item, at))
  if (typeof value === 'number') return [{ at, id: String(value) }]
  return typeof value === 'string' && value.trim() !== '' ? [{ at, id: value }] : []
}
