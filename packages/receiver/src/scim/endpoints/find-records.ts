// Which records a filter yields. An equality on an indexed attribute narrows the search to what the index holds; the whole filter
// is then asked of each candidate, so that an index only ever saves work.
import {
  compileFilter,
  type EqualityProbe,
  equalityProbes,
  type Filter,
  type FilterOptions,
  type KeyedRelation,
  type ScimResource,
} from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import { indexedPaths } from '../../directory/record-keys.ts'
import { foldCase } from '../../directory/view.ts'
import { resourceTypeOf } from '../../profile/profile.ts'
import type { Parts } from '../answer/rendering.ts'
import type { Call } from '../request/call.ts'

export interface FilterText {
  readonly text: string
  readonly filter: Filter
}

/** What the source may see and the filter yields. @throws ScimError 400 invalidFilter */
export function findRecords(
  call: Call,
  kind: ResourceKind,
  { text, filter }: FilterText,
  unknownAttributes: FilterOptions['unknownAttributes'] = 'reject',
): readonly DirectoryRecord[] {
  const resourceType = resourceTypeOf(call.profile, kind)
  const keyed = { members: membersReader(call, text) }
  const options: FilterOptions = kind === 'Group' ? { unknownAttributes, keyed } : { unknownAttributes }
  const matches = compileFilter(filter, resourceType, options)
  const parts = partsNamedBy(text, kind)
  const found: DirectoryRecord[] = []
  for (const record of candidates(call, kind, equalityProbes(filter, resourceType))) {
    if (matches(call.rendering.resource(record, call, parts))) found.push(record)
  }
  return found
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

/** The smallest set that an index gives, or everything that the source sees. */
function candidates(call: Call, kind: ResourceKind, probes: readonly EqualityProbe[]): Iterable<DirectoryRecord> {
  for (const probe of probes) {
    const found = probeIndex(call, kind, probe)
    if (found) return [...found].filter((record) => call.profile.isVisible(record, call.source))
  }
  return call.profile.visible(kind, call.view, call.source).values()
}

function probeIndex({ view }: Call, kind: ResourceKind, probe: EqualityProbe): Iterable<DirectoryRecord> | undefined {
  const { attributePath, caseExact } = probe
  const value = String(probe.value)
  if (attributePath === 'id') return present(view.get(kind, value))
  if (attributePath === 'groups.value' && kind === 'User') return memberRecords(view, value)
  if (attributePath === 'members.value' && kind === 'Group') return view.groupsOf(value).values()
  if (!indexedPaths.has(attributePath)) return undefined
  return view.lookup(kind, attributePath, caseExact ? value : foldCase(value)).values()
}

function* memberRecords(view: Call['view'], groupId: string): Iterable<DirectoryRecord> {
  for (const { value } of view.members(groupId).values()) yield* present(view.get('User', value))
}

function present(record: DirectoryRecord | undefined): readonly DirectoryRecord[] {
  return record ? [record] : []
}

/** Relations and meta are put together for a filter only when its text could name them. */
function partsNamedBy(text: string, kind: ResourceKind): Parts {
  const lower = text.toLowerCase()
  return { relations: kind === 'User' && lower.includes('groups'), meta: lower.includes('meta') }
}
