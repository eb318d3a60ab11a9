import { createHash } from 'node:crypto'
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { ResourceRef } from './resource-kind.ts'
import { runIdIn } from './run-id.ts'
import { nameAttribute } from './target-connection.ts'

/** What was seen of an account that was there: a hash of each attribute, because its values are not kept, and the ids of its members. */
export interface Sight {
  readonly ref: ResourceRef
  readonly lastModified: string
  readonly hashes: ReadonlyMap<string, string>
  readonly members: ReadonlySet<string>
  /** Id of the run whose name it bears: another one that is under way, or one that has left it. */
  readonly run?: string
}

/** An answer that says nothing. */
export function unseen(ref: ResourceRef): Sight {
  return { ref, lastModified: '', hashes: new Map(), members: new Set() }
}

export function sightOf(ref: ResourceRef, body: JsonObject): Sight {
  const names = Object.keys(body).filter((name) => name !== 'members' && name !== 'meta')
  const hashes = new Map(names.map((name) => [name, hashOf(body[name] ?? null)]))
  const lastModified = lastModifiedOf(body)
  // A group's time moves when a rule of the endpoint puts the run's accounts into it; that harms none of its members.
  if (ref.kind === 'Users') hashes.set('meta.lastModified', lastModified)
  const name = body[nameAttribute(ref.kind)]
  const run = typeof name === 'string' ? runIdIn(name) : undefined
  return { ref, lastModified, hashes, members: memberIdsOf(body), ...(run === undefined ? {} : { run }) }
}

/** Attributes that differ; nothing when one of the two says nothing. @param isOurs whether a run has made who has come into a group */
export function differences(before: Sight, now: Sight, isOurs: (id: string) => boolean): string[] {
  if (before.hashes.size === 0 || now.hashes.size === 0) return []
  const names = new Set([...before.hashes.keys(), ...now.hashes.keys()])
  const changed = [...names].filter((name) => before.hashes.get(name) !== now.hashes.get(name))
  const left = [...before.members].some((id) => !now.members.has(id))
  const came = [...now.members].some((id) => !before.members.has(id) && !isOurs(id))
  return left || came ? [...changed, 'members'] : changed
}

function memberIdsOf({ members }: JsonObject): ReadonlySet<string> {
  if (!isJsonArray(members)) return new Set()
  return new Set(members.map((one) => (isJsonObject(one) ? asText(one.value) : asText(one))))
}

function lastModifiedOf({ meta }: JsonObject): string {
  return isJsonObject(meta) && typeof meta.lastModified === 'string' ? meta.lastModified : ''
}

function hashOf(value: JsonValue): string {
  return createHash('sha256').update(canonical(value)).digest('base64')
}

/** The order of names and of values of a multi-valued attribute means nothing (RFC 7643 §2.4). */
function canonical(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`)
  return `{${entries.sort().join()}}`
}
