// A record as it is answered. The text of a record is kept until the record is replaced; what depends on others or on the request
// (groups, members, the base URL) is put in on each read.
import { isoTime } from '@scimulator/shared/runtime'
import {
  type JsonObject,
  type KeyedElement,
  own,
  type Projection,
  type ScimResource,
  weakEtag,
} from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import type { DirectoryView } from '../../directory/view.ts'
import { memberKinds, type Profile, resourceTypeOf, type SourceContext } from '../../profile/profile.ts'
import { RecentTexts } from './recent-texts.ts'

/** Who reads, and under which URL. */
interface Reader {
  readonly profile: Profile
  readonly view: DirectoryView
  readonly source: SourceContext
  readonly baseUrl: string
}

export interface Rendering {
  /** The whole resource, with `groups`, `members` and `meta`. `parts` leaves out what nobody will look at. */
  resource(record: DirectoryRecord, reader: Reader, parts?: Parts): ScimResource
  /** The members of a group as they are shown, with everything that is made on read. */
  members(group: DirectoryRecord, reader: Reader): readonly KeyedElement[]
  /** The resource as JSON text, projected when the client asked for some attributes only. */
  text(record: DirectoryRecord, reader: Reader, projection: Projection | undefined): string
}

/** `memberDisplay`: `members.display` is returned on request only. */
export interface Parts {
  readonly relations: boolean
  readonly meta: boolean
  readonly memberDisplay?: boolean
}

const everything: Parts = { relations: true, meta: true }

export function createRendering(): Rendering {
  const texts = new RecentTexts()
  return {
    resource,
    members: (group, reader) => membersOf(group, reader, true),
    text(record, reader, projection) {
      if (!projection) return wholeText(record, reader, texts)
      const relations = projection.includes(record.kind === 'Group' ? 'members' : 'groups')
      return JSON.stringify(projection.apply(resource(record, reader, { relations, meta: true, memberDisplay: true })))
    },
  }
}

export function locationOf(record: Pick<DirectoryRecord, 'kind' | 'id'>, baseUrl: string): string {
  return `${baseUrl}/${record.kind}s/${encodeURIComponent(record.id)}`
}

function resource(record: DirectoryRecord, reader: Reader, parts: Parts = everything): ScimResource {
  const whole: Record<string, ScimResource[string]> = ownAttributes(record, reader.profile)
  const relation = parts.relations ? relationOf(record, reader, parts.memberDisplay) : []
  if (relation.length > 0) whole[record.kind === 'Group' ? 'members' : 'groups'] = relation
  if (parts.meta) whole.meta = metaOf(record, reader.baseUrl)
  return whole
}

function ownAttributes(record: DirectoryRecord, profile: Profile): Record<string, ScimResource[string]> {
  const rendered = profile.render(record)
  const schemas = own(rendered, 'schemas') ?? [resourceTypeOf(profile, record.kind).schema.id]
  return { schemas, id: record.id, ...rendered }
}

function metaOf(record: DirectoryRecord, baseUrl: string): JsonObject {
  return {
    resourceType: record.kind,
    created: isoTime(record.created),
    lastModified: isoTime(record.lastModified),
    location: locationOf(record, baseUrl),
    version: weakEtag(record.version),
  }
}

function wholeText(record: DirectoryRecord, reader: Reader, texts: RecentTexts): string {
  const relation = relationOf(record, reader)
  const name = record.kind === 'Group' ? 'members' : 'groups'
  const middle = relation.length === 0 ? '' : `,"${name}":${JSON.stringify(relation)}`
  const { head, tail } = texts.of(record, () => cutText(record, reader.profile))
  return `${head}${middle}${tail}${JSON.stringify(locationOf(record, reader.baseUrl))}}}`
}

/** The text before `groups` or `members`, and the text after it up to the location. */
function cutText(record: DirectoryRecord, profile: Profile): { head: string; tail: string } {
  const { location: _location, ...meta } = metaOf(record, '')
  return {
    head: JSON.stringify(ownAttributes(record, profile)).slice(0, -1),
    tail: `,"meta":${JSON.stringify(meta).slice(0, -1)},"location":`,
  }
}

function relationOf(record: DirectoryRecord, reader: Reader, memberDisplay = false): readonly JsonObject[] {
  if (record.kind === 'Group') return membersOf(record, reader, memberDisplay)
  return record.kind === 'User' ? groupsOf(record, reader) : []
}

/** `$ref`, `type` and `display` are made on read: they say what the member is, and a renamed one shows its present name. */
function membersOf(group: DirectoryRecord, reader: Reader, withDisplay: boolean): readonly ShownReference[] {
  const shown: ShownReference[] = []
  for (const element of reader.view.members(group.id).values()) {
    const member = memberRecord(element, reader)
    if (!member) continue
    const display = withDisplay ? displayOf(member) : {}
    shown.push(reference(member, reader.baseUrl, { ...display, type: member.kind }))
  }
  return shown
}

function groupsOf(member: DirectoryRecord, reader: Reader): readonly ShownReference[] {
  const shown: ShownReference[] = []
  for (const group of reader.view.groupsOf(member.id).values()) {
    if (reader.profile.isVisible(group, reader.source)) {
      shown.push(reference(group, reader.baseUrl, { ...displayOf(group), type: 'direct' }))
    }
  }
  return shown
}

function memberRecord({ value }: KeyedElement, { view, profile, source }: Reader): DirectoryRecord | undefined {
  for (const kind of memberKinds(profile)) {
    const record = view.get(kind, value)
    if (record) return profile.isVisible(record, source) ? record : undefined
  }
  return undefined
}

type ShownReference = JsonObject & KeyedElement

function reference(record: DirectoryRecord, baseUrl: string, more: ReferenceDetails): ShownReference {
  return { value: record.id, $ref: locationOf(record, baseUrl), ...more }
}

type ReferenceDetails = Omit<KeyedElement, 'value'>

function displayOf({ resource }: DirectoryRecord): ReferenceDetails {
  const display = own(resource, 'displayName') ?? own(resource, 'userName')
  return typeof display === 'string' ? { display } : {}
}
