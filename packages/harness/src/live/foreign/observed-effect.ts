// What a write has changed, by two looks at the resource: one before it, one after. Pure.

import type { Exchange, Purpose } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import { isPlainObject } from '../../written/plain-object.ts'
import { describeExchange } from '../describe-exchange.ts'
import type { Effect, EffectAttribute } from '../effects.ts'
import type { ForeignKind, ForeignResource, Seen } from './foreign-target.ts'

export interface Looks {
  readonly kind: ForeignKind
  readonly id: string | null
  readonly before: Seen
  readonly after: Seen
}

/** An endpoint that is late would be blamed by a stronger word. */
const NO_CHANGE = 'no change seen'

function present(seen: Seen): ForeignResource | undefined {
  return seen === 'absent' || seen === 'unknown' ? undefined : seen
}

const OBJECTS: Readonly<Record<ForeignKind, string>> = { Users: 'user', Groups: 'group' }

/**
 * One effect for each write: also that it was refused, and that no change is seen although it was answered well.
 * @returns undefined where a look came to nothing that says what has changed
 */
export function observedEffect(exchange: Exchange, looks: Looks): Effect | undefined {
  const { response, failure } = exchange
  const { kind, id } = looks
  const isRefused = response !== undefined && response.status >= 400
  const isKnown = looks.before !== 'unknown' && looks.after !== 'unknown'
  if (!isKnown && !isRefused) return undefined
  const [before, after] = isKnown ? [present(looks.before), present(looks.after)] : []
  const attributes = changes(before, after)
  const name = nameOf(after ?? before) ?? id ?? ''
  const effect = { source: 'observed', object: OBJECTS[kind], objectId: id, name, attributes } as const
  if (!response)
    return { ...effect, action: actionOf(before, after, attributes), reason: failure?.message ?? 'no answer' }
  if (isRefused) {
    const action = attributes.length === 0 ? 'refused' : actionOf(before, after, attributes)
    return { ...effect, action, reason: detailOf(response.body) ?? `answered ${response.status}` }
  }
  return { ...effect, action: actionOf(before, after, attributes), reason: null }
}

/**
 * What a write says of itself, where nobody looks: what was answered well is taken for done.
 * @returns undefined where there was no answer
 */
export function inferredEffect(exchange: Exchange, kind: ForeignKind, id: string | null): Effect | undefined {
  const { response, request } = exchange
  if (!response) return undefined
  const note = describeExchange(exchange)
  const about = { source: 'inferred', object: OBJECTS[kind], objectId: id, name: note.name ?? id ?? '' } as const
  if (response.status >= 400) {
    const reason = detailOf(response.body) ?? `answered ${response.status}`
    return { ...about, action: 'refused', reason, attributes: [] }
  }
  const done = { ...about, action: INFERRED[note.purpose] ?? 'changed', reason: null }
  return { ...done, attributes: request.method === 'POST' ? changes(undefined, resourceIn(response.body)) : [] }
}

const INFERRED: Readonly<Partial<Record<Purpose, string>>> = {
  create: 'created',
  delete: 'deleted',
  disable: 'deactivated',
  enable: 'reactivated',
}

function resourceIn(body: string): ForeignResource | undefined {
  try {
    const resource: unknown = JSON.parse(body)
    return isPlainObject(resource) ? { ...resource, id: asText(resource.id) } : undefined
  } catch {
    return undefined
  }
}

function actionOf(
  before: ForeignResource | undefined,
  after: ForeignResource | undefined,
  attributes: readonly EffectAttribute[],
): string {
  if (!before) return after ? 'created' : NO_CHANGE
  if (!after) return 'deleted'
  const active = attributes.find(({ attribute }) => attribute === 'active')
  if (active?.new === 'false') return 'deactivated'
  if (active?.new === 'true') return 'reactivated'
  return attributes.length === 0 ? NO_CHANGE : 'changed'
}

function changes(before: ForeignResource | undefined, after: ForeignResource | undefined): readonly EffectAttribute[] {
  const [old, now] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ attribute: path, scim: path, old: old.get(path) ?? null, new: now.get(path) ?? null }))
}

/** What the service provider sets by itself says nothing of a write. */
const NOT_TOLD: ReadonlySet<string> = new Set(['id', 'schemas', 'meta', 'groups'])

/** Texts by path: `emails[work].value`; members as one list, because nobody reads a hundred lines. */
function leavesOf(resource: ForeignResource | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(resource ?? {})) if (!NOT_TOLD.has(name)) addLeaves(found, name, value)
  return found
}

function addLeaves(found: Map<string, string>, path: string, value: unknown): void {
  if (path === 'members' && Array.isArray(value)) found.set(path, membersText(value))
  else if (Array.isArray(value)) {
    value.forEach((one: unknown, at) => {
      addLeaves(found, `${path}[${elementName(one, at)}]`, one)
    })
  } else if (isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name !== '$ref' && !(name === 'type' && path.endsWith(']'))) addLeaves(found, pathOf(path, name), inner)
    }
  } else if (value !== null && value !== undefined) found.set(path, asText(value))
}

function pathOf(path: string, name: string): string {
  return path.startsWith('urn:') ? `${path}:${name}` : `${path}.${name}`
}

function elementName(element: unknown, at: number): string {
  const type = isPlainObject(element) ? element.type : undefined
  return typeof type === 'string' ? type : asText(at)
}

const SHOWN_MEMBERS = 5

function membersText(members: readonly unknown[]): string {
  const names = members.map((member) =>
    isPlainObject(member) ? asText(member.display ?? member.value) : asText(member),
  )
  const shown = names.sort().slice(0, SHOWN_MEMBERS).join(', ')
  return `${names.length}: ${shown}${names.length > SHOWN_MEMBERS ? ', …' : ''}`
}

function nameOf(resource: ForeignResource | undefined): string | undefined {
  const name = resource?.displayName ?? resource?.userName
  return typeof name === 'string' && name !== '' ? name : undefined
}

function detailOf(body: string): string | undefined {
  try {
    const detail: unknown = Object(JSON.parse(body)).detail
    return typeof detail === 'string' && detail !== '' ? detail : undefined
  } catch {
    return undefined
  }
}
