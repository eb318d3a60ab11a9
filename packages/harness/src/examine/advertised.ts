// What an endpoint says of itself in /Schemas (RFC 7643 §7).
import { asText, isJsonArray, isJsonObject, type JsonObject, sameUrn, urns } from '@scimulator/shared/scim'
import { ENTERPRISE } from './answer.ts'

/** Attributes that clients may write and that are returned, in lower case: `title`, and with their URN those of the extension. */
export function writableIn(schemas: readonly JsonObject[]): ReadonlySet<string> {
  const names = schemas.flatMap(({ id, attributes }) => {
    if (!isJsonArray(attributes)) return []
    const writes = attributes.filter(isJsonObject).filter(isWritable)
    if (sameUrn(asText(id), urns.user)) return writes.map(({ name }) => asText(name).toLowerCase())
    return sameUrn(asText(id), urns.enterpriseUser)
      ? writes.map(({ name }) => `${ENTERPRISE}:${asText(name)}`.toLowerCase())
      : []
  })
  return new Set(names)
}

/** Whether the schema of groups has `caseExact` true for displayName, which RFC 7643 §8.7.1 has false. */
export function groupNamesByCaseIn(schemas: readonly JsonObject[]): boolean {
  const group = schemas.find(({ id }) => sameUrn(asText(id), urns.group))?.attributes
  if (!isJsonArray(group)) return false
  return group.filter(isJsonObject).some(({ name, caseExact }) => name === 'displayName' && caseExact === true)
}

function isWritable({ mutability = 'readWrite', returned = 'default' }: JsonObject): boolean {
  return mutability === 'readWrite' && (returned === 'default' || returned === 'always')
}
