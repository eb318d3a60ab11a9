// Resources as they are answered.
import { parsePath } from './paths.mjs'
import { ENTERPRISE, kinds } from './schemas.mjs'

/** A record as a SCIM resource, whole. `base` is the URL of the endpoint. */
export function render(record, kind, directory, base, faults) {
  const { path, urn, name } = kinds[kind]
  const { password, ...data } = record.data
  const schemas = data[ENTERPRISE] ? [urn, ENTERPRISE] : [urn]
  const { id, created, lastModified } = record
  const meta = { resourceType: name, created, lastModified, location: `${base}${path}/${id}` }
  const resource = { schemas, id, ...data, ...partsOf(record, kind, directory, base), meta }
  return faults.size === 0 ? resource : spoiled(resource, kind, password, faults)
}

function partsOf({ id, data }, kind, directory, base) {
  if (kind === 'Group')
    return data.members ? { members: data.members.map((member) => memberOf(member, directory, base)) } : {}
  const groups = directory.groupsOf(id).map(({ id: value, data: { displayName: display } }) => {
    return { value, $ref: `${base}/Groups/${value}`, display, type: 'direct' }
  })
  return groups.length > 0 ? { groups } : {}
}

function memberOf({ value }, directory, base) {
  const type = directory.groups.has(value) ? 'Group' : 'User'
  return { value, $ref: `${base}${kinds[type].path}/${value}`, type }
}

/** The same with the faults of what is answered. */
function spoiled(resource, kind, password, faults) {
  const after = { ...resource }
  if (faults.has('integer-ids')) after.id = Number(after.id)
  if (faults.has('external-id-not-echoed')) delete after.externalId
  if (faults.has('large-group-cut') && after.members) after.members = after.members.slice(0, 100)
  if (faults.has('group-wrong-types') && after.members) after.members = after.members.map(({ value }) => value)
  if (kind === 'Group') return after
  if (faults.has('active-not-shown')) delete after.active
  if (faults.has('active-as-text')) after.active = String(after.active)
  if (faults.has('password-returned') && password !== undefined) after.password = password
  const enterprise = after[ENTERPRISE]
  if (faults.has('manager-as-string') && enterprise?.manager) {
    after[ENTERPRISE] = { ...enterprise, manager: enterprise.manager.value }
  }
  return after
}

/** `attributes` and `excludedAttributes` (RFC 7644 §3.9); id and schemas are always answered. */
export function project(resource, kind, { attributes, excludedAttributes }) {
  if (attributes) return only(resource, pathsIn(attributes, kind))
  const excluded = pathsIn(excludedAttributes ?? '', kind)
  if (excluded.length === 0) return resource
  const rest = structuredClone(resource)
  for (const path of excluded) leaveOut(rest, path)
  return rest
}

function pathsIn(text, kind) {
  const names = text.split(',').map((name) => name.trim())
  return names.map((name) => parsePath(name, kind)).filter((path) => path !== undefined)
}

function only(resource, paths) {
  const { schemas, id } = resource
  const kept = { schemas, id }
  for (const { isExtension, attribute, sub } of paths) {
    const from = isExtension ? resource[ENTERPRISE] : resource
    const value = attribute ? from?.[attribute.name] : from
    if (value === undefined) continue
    if (isExtension && attribute) kept[ENTERPRISE] ??= {}
    const to = isExtension && attribute ? kept[ENTERPRISE] : kept
    const name = attribute?.name ?? ENTERPRISE
    to[name] = sub ? withOnly(value, sub.name, to[name]) : value
  }
  return kept
}

/** Sub-attributes that are asked for one by one come together: name.givenName,name.familyName. */
function withOnly(value, name, before) {
  if (!Array.isArray(value)) return value[name] === undefined ? (before ?? {}) : { ...before, [name]: value[name] }
  return value.map((element, index) => withOnly(element, name, before?.[index]))
}

function leaveOut(resource, { isExtension, attribute, sub }) {
  const from = isExtension ? resource[ENTERPRISE] : resource
  if (!attribute) delete resource[ENTERPRISE]
  else if (attribute.returned === 'always' || from?.[attribute.name] === undefined) return
  else if (!sub) delete from[attribute.name]
  else for (const element of [from[attribute.name]].flat()) delete element[sub.name]
}
