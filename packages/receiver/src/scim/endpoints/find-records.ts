// Which records a filter is asked of, and which of them it yields. An equality on an indexed attribute narrows the search to what the
// index holds; the whole filter is then asked of each candidate, so that an index only ever saves work.
import {
  compileFilter,
  type EqualityProbe,
  equalityProbes,
  type Filter,
  type FilterOptions,
  type KeyedRelation,
  type ScimResource,
} from '@scimulator/shared/scim'
import { recordsOf } from '../../directory/collection.ts'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import { indexedPaths } from '../../directory/record-keys.ts'
import { type DirectoryView, foldCase, type RecordSet } from '../../directory/view.ts'
import { resourceTypeOf } from '../../profile/profile.ts'
import type { Parts } from '../answer/rendering.ts'
import type { Call } from '../request/call.ts'

export interface FilterText {
  readonly text: string
  readonly filter: Filter
}

/** A search of one resource type, before anybody was asked. */
export interface Candidates {
  readonly size: number
  /** Whose ids are those of the moment, however slowly they are gone through. */
  readonly records: Iterable<DirectoryRecord>
  readonly isFound: (record: DirectoryRecord) => boolean
}

/** What the source may see and the filter could yield. @throws ScimError 400 invalidFilter */
export function candidatesOf(
  call: Call,
  kind: ResourceKind,
  asked: FilterText | undefined,
  unknownAttributes: FilterOptions['unknownAttributes'] = 'reject',
): Candidates {
  if (asked === undefined) return { ...everybody(call, kind), isFound: () => true }
  const { text, filter } = asked
  const resourceType = resourceTypeOf(call.profile, kind)
  const keyed = { members: membersReader(call, text) }
  const options: FilterOptions = kind === 'Group' ? { unknownAttributes, keyed } : { unknownAttributes }
  const matches = compileFilter(filter, resourceType, options)
  const parts = partsNamedBy(text, kind)
  const isMatch = (record: DirectoryRecord) => matches(call.rendering.resource(record, call, parts))
  const indexed = narrowed(call, kind, equalityProbes(filter, resourceType))
  if (indexed === undefined) return { ...everybody(call, kind), isFound: isMatch }
  return { ...indexed, isFound: (record) => call.profile.isVisible(record, call.source) && isMatch(record) }
}

const MADE_ON_READ = /members\W*[.[].*(display|type|\$ref)/i

/** Members as they are kept; as they are shown when the filter could name what is made on read. */
function membersReader(call: Call, text: string): (group: ScimResource) => KeyedRelation {
  if (!MADE_ON_READ.test(text)) return ({ id }) => call.view.members(String(id))
  return ({ id }) => {
    const record = call.view.get('Group', String(id))
    const shown = record ? call.rendering.members(record, call) : []
    return new Map(shown.map((member) => [member.value, member]))
  }
}

type Taken = Pick<Candidates, 'size' | 'records'>

function everybody(call: Call, kind: ResourceKind): Taken {
  return ofSet(call.profile.visible(kind, call.view, call.source))
}

function ofSet(set: RecordSet): Taken {
  return { size: set.size, records: set.values() }
}

function ofIds(view: DirectoryView, kind: ResourceKind, ids: readonly string[]): Taken {
  return { size: ids.length, records: recordsOf(ids, { get: (id) => view.get(kind, id) }) }
}

/** What the first equality with an index leaves; undefined when there is none. */
function narrowed(call: Call, kind: ResourceKind, probes: readonly EqualityProbe[]): Taken | undefined {
  for (const probe of probes) {
    const found = probeIndex(call, kind, probe)
    if (found) return found
  }
  return undefined
}

function probeIndex({ view }: Call, kind: ResourceKind, probe: EqualityProbe): Taken | undefined {
  const { attributePath, caseExact } = probe
  const value = String(probe.value)
  if (attributePath === 'id') return ofIds(view, kind, [value])
  if (attributePath === 'groups.value' && kind === 'User') {
    return ofIds(
      view,
      kind,
      Array.from(view.members(value).values(), (member) => member.value),
    )
  }
  if (attributePath === 'members.value' && kind === 'Group') return ofIds(view, kind, [...view.groupsOf(value).ids()])
  if (!indexedPaths.has(attributePath)) return undefined
  return ofSet(view.lookup(kind, attributePath, caseExact ? value : foldCase(value)))
}

/** Relations and meta are put together for a filter only when its text could name them. */
function partsNamedBy(text: string, kind: ResourceKind): Parts {
  const lower = text.toLowerCase()
  return { relations: kind === 'User' && lower.includes('groups'), meta: lower.includes('meta') }
}
