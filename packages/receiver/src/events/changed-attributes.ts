import { equalJson, isJsonObject, type JsonObject, own, type ScimResource } from '@scimulator/shared/scim'

/**
 * The names of the attributes that differ, as paths (RFC 9967 §2.2): `userName`, `name`, `urn:…:2.0:User:department`. `schemas` says only
 * which of them there are.
 */
export function changedAttributes(before: ScimResource | undefined, after: ScimResource): readonly string[] {
  const was: JsonObject = before ?? {}
  const names = new Set([...Object.keys(after), ...Object.keys(was)])
  names.delete('schemas')
  return [...names].flatMap((name) => {
    const [old, now] = [own(was, name), own(after, name)]
    if (equalJson(old ?? null, now ?? null)) return []
    if (!name.toLowerCase().startsWith('urn:')) return [name]
    return partsOf(old, now).map((part) => `${name}:${part}`)
  })
}

function partsOf(old: unknown, now: unknown): readonly string[] {
  const [was, is] = [objectOf(old), objectOf(now)]
  const names = new Set([...Object.keys(is), ...Object.keys(was)])
  return [...names].filter((name) => !equalJson(own(was, name) ?? null, own(is, name) ?? null))
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}
