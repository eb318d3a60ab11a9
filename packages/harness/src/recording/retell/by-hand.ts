// What somebody else did at the endpoint: a resource that an answer shows in another state than the last write has left it.
import { asText, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import type { Burst } from './bursts.ts'
import type { PlainValues } from './plain-values.ts'
import { valuesOf } from './plain-values.ts'
import { foundIn, objectIn, type ToldExchange, writeOf } from './writes.ts'

/** Steps of somebody else before each burst. */
export function byHand(bursts: readonly Burst[]): readonly (readonly object[])[] {
  const known = new Map<string, Map<string, JsonValue>>()
  return bursts.map(({ exchanges }) => exchanges.flatMap((one) => seenIn(one, known)))
}

type Known = Map<string, Map<string, JsonValue>>

function seenIn(one: ToldExchange, known: Known): readonly object[] {
  const write = writeOf(one)
  if (write) {
    if (write.isDone) learn(one, known)
    return isMissing(one) ? gone(write.key, known) : []
  }
  if (isMissing(one)) {
    const id = /\/(?:Users|Groups)\/([^/?]+)/.exec(one.exchange.request.url)?.[1]
    return id === undefined ? [] : gone(id, known)
  }
  return foundIn(one).flatMap(({ id, kind, resource }): readonly object[] => {
    const before = known.get(id)
    const now = valuesOf(resource)
    known.set(id, new Map(now))
    if (!before) return []
    const set = differing(before, now)
    const name = asText(before.get(kind === 'User' ? 'userName' : 'displayName'))
    if (Object.keys(set).length === 0) return []
    if (kind === 'User') return [{ 'directory.update-user': { user: name, set } }]
    const { displayName } = set
    return displayName === undefined ? [] : [{ 'directory.rename-group': { group: name, displayName } }]
  })
}

function isMissing({ exchange: { request, response } }: ToldExchange): boolean {
  return response?.status === 404 && /\/(Users|Groups)\/[^/?]+/.test(request.url)
}

function gone(id: string, known: Known): readonly object[] {
  const userName = known.get(id)?.get('userName')
  if (!known.delete(id) || typeof userName !== 'string') return []
  return [{ 'directory.delete-user': { user: userName } }]
}

/** What a write has made of it, as its answer says or else as it was asked. */
function learn(one: ToldExchange, known: Known): void {
  const write = writeOf(one)
  if (!write) return
  if (write.op === 'delete') known.delete(write.key)
  else {
    const { response } = one.exchange
    const answered = parsedJson(response?.body ?? '') === undefined ? undefined : valuesOf(objectIn(response?.body))
    const before = known.get(write.key) ?? new Map<string, JsonValue>()
    known.set(write.key, new Map(answered && answered.size > 0 ? answered : [...before, ...write.values]))
  }
}

/** Only what both know: endpoints show more at one time than at another. */
function differing(before: PlainValues, now: PlainValues): Record<string, JsonValue> {
  const changed = [...now].filter(
    ([path, value]) => !/^roles|manager/.test(path) && before.has(path) && before.get(path) !== value,
  )
  return Object.fromEntries(changed)
}
