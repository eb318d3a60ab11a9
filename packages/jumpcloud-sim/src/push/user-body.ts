import { urns } from '@scimulator/shared/scim'
import type { Behaviour } from '../behaviour.ts'
import type { SystemUser } from '../directory/system-user.ts'
import { CLEARED_WHEN_EMPTY, ENTERPRISE_ATTRIBUTES, userResource } from './map-user.ts'

type Json = Readonly<Record<string, unknown>>

export interface UserWrite {
  readonly user: SystemUser
  /** False when the user goes inactive whatever the state says: out of scope, or deleted. */
  readonly inScope: boolean
  readonly excluded: readonly string[]
  readonly password?: string
}

export function createBody(write: UserWrite, behaviour: Behaviour): Json {
  return wanted(write, behaviour)
}

/** The whole user, with `id` in the body. What the target supplied itself (photos) goes back to it when the base is the fetched one. */
export function putBody(write: UserWrite, targetId: string, known: Json, behaviour: Behaviour): Json {
  const mapped = wanted(write, behaviour)
  if (behaviour.putBase === 'mapped') return { ...mapped, id: targetId }
  const base = withoutCleared(withoutServerAttributes(known), write.excluded)
  const schemas = Array.isArray(known.schemas) ? union(known.schemas, mapped.schemas) : mapped.schemas
  const enterprise = { ...enterpriseOf(base), ...enterpriseOf(mapped) }
  const whole = { ...base, ...mapped, schemas, id: targetId }
  if (Object.keys(enterprise).length > 0) return { ...whole, [urns.enterpriseUser]: enterprise }
  const { [urns.enterpriseUser]: _empty, ...without } = whole as Record<string, unknown>
  return without
}

/** One replace per attribute (weakly attested form). */
export function patchBody(write: UserWrite, behaviour: Behaviour): Json {
  const { schemas: _schemas, name, [urns.enterpriseUser]: enterprise, ...attributes } = wanted(write, behaviour)
  const operations = [
    ...Object.entries(attributes),
    ...prefixed('name.', name),
    ...prefixed(`${urns.enterpriseUser}:`, enterprise),
  ].map(([path, value]) => ({ op: 'replace', path, value }))
  return { Operations: operations, schemas: [urns.patchOp] }
}

function wanted(write: UserWrite, behaviour: Behaviour): Record<string, unknown> {
  const resource = userResource(write.user, write.excluded, behaviour)
  return {
    ...resource,
    active: write.inScope && resource.active === true,
    ...(write.password === undefined ? {} : { password: write.password }),
  }
}

/** What the service provider keeps for itself, and answers only to be read. */
function withoutServerAttributes(resource: Json): Json {
  const { meta: _meta, groups: _groups, password: _password, ...rest } = resource as Record<string, unknown>
  return rest
}

/** The base without the attributes that the map owns; those that were taken off the export list stay as the target has them. */
function withoutCleared(base: Json, excluded: readonly string[]): Json {
  const gone: readonly string[] = CLEARED_WHEN_EMPTY.filter((name) => !excluded.includes(name))
  const kept = Object.entries(base).filter(([name]) => !gone.includes(name))
  const goneInside: readonly string[] = ENTERPRISE_ATTRIBUTES.filter((name) => !excluded.includes(name))
  const enterprise = Object.entries(enterpriseOf(base)).filter(([name]) => !goneInside.includes(name))
  return { ...Object.fromEntries(kept), [urns.enterpriseUser]: Object.fromEntries(enterprise) }
}

function enterpriseOf(resource: Json): Json {
  const value = resource[urns.enterpriseUser]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

function union(first: readonly unknown[], second: unknown): unknown[] {
  return [...new Set([...first, ...(Array.isArray(second) ? second : [])])]
}

function prefixed(prefix: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([name, inner]) => [`${prefix}${name}`, inner])
}
