// Which events of RFC 9967 a change is. Pure: what is in the feed and what a record looks like are handed in.
import {
  isJsonObject,
  type JsonObject,
  own,
  type ResourceTypeDefinition,
  urns,
  weakEtag,
} from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../directory/record.ts'
import type { DecidedWrite } from '../scim/request/call.ts'
import { changedAttributes } from './changed-attributes.ts'
import { changeUri, type EventPayload, plainEvents } from './event-uris.ts'
import type { Touched } from './touched.ts'
import { patchWithoutSecrets, withoutSecrets } from './without-secrets.ts'

/** Event URIs with their payloads: what arises from one change of one resource stands in one token (RFC 9967 §2.1). */
export type EventMap = Readonly<Record<string, JsonObject>>

export interface Telling {
  readonly payload: EventPayload
  readonly isInFeed: (record: DirectoryRecord) => boolean
  readonly typeOf: (record: DirectoryRecord) => ResourceTypeDefinition
  /** The resource as it is answered, once the write is applied. */
  readonly shown: (record: DirectoryRecord) => JsonObject
}

/** Empty when there is nothing to tell: the resource is no part of the feed, before and after. */
export function eventsOf(touched: Touched, decided: DecidedWrite, telling: Telling): EventMap {
  const { before, after } = touched
  const [was, is] = [before, after].map((record) => record !== undefined && telling.isInFeed(record))
  if (!was && !is) return {}
  if (after === undefined) return { [plainEvents.delete]: {} }
  if (before === undefined) return created(after, telling)
  if (!was) return { [plainEvents.feedAdd]: {} }
  if (!is) return { [plainEvents.feedRemove]: {} }
  return { ...changed({ ...touched, before, after }, decided, telling), ...activation(before, after) }
}

function created(record: DirectoryRecord, telling: Telling): EventMap {
  const shown = withoutSecrets(telling.shown(record), telling.typeOf(record))
  const { meta: _meta, ...told } = shown
  const body = telling.payload === 'full' ? { data: shown } : { attributes: [...changedAttributes(undefined, told)] }
  return { [changeUri('create', telling.payload)]: { ...body, version: weakEtag(record.version) } }
}

type Changed = Touched & { readonly before: DirectoryRecord; readonly after: DirectoryRecord }

function changed(touched: Changed, decided: DecidedWrite, telling: Telling): EventMap {
  const { after } = touched
  const isTarget = 'record' in decided.write && decided.write.record.id === after.id
  const what = isTarget && decided.write.kind === 'replace' ? 'put' : 'patch'
  const version = weakEtag(after.version)
  const data = telling.payload === 'full' ? dataOf(what, isTarget, decided, telling.typeOf(after)) : undefined
  if (data !== undefined) return { [changeUri(what, 'full')]: { version, data } }
  return { [changeUri(what, 'notice')]: { version, attributes: attributesOf(touched) } }
}

/** The command as it was carried out (RFC 9967 §2.2); for a group that lost somebody who was deleted, the one that says so. */
function dataOf(
  what: 'put' | 'patch',
  isTarget: boolean,
  { write, sent }: DecidedWrite,
  type: ResourceTypeDefinition,
): JsonObject | undefined {
  if (!isTarget) return 'record' in write ? memberRemoval(write.record.id) : undefined
  if (!isJsonObject(sent)) return undefined
  return what === 'put' ? withoutSecrets(sent, type) : patchWithoutSecrets(sent, type)
}

function memberRemoval(id: string): JsonObject {
  return { schemas: [urns.patchOp], Operations: [{ op: 'remove', path: `members[value eq "${id}"]` }] }
}

function attributesOf({ before, after, hasOtherMembers }: Changed): readonly string[] {
  const names = changedAttributes(before.resource, after.resource)
  return hasOtherMembers ? [...names, 'members'] : names
}

function activation(before: DirectoryRecord, after: DirectoryRecord): EventMap {
  const [was, is] = [before, after].map(({ resource }) => own(resource, 'active') !== false)
  if (was === is) return {}
  return { [is ? plainEvents.activate : plainEvents.deactivate]: {} }
}
