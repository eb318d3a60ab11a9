// Members, departments, job titles and user groups that an administrator makes or changes in the Lark Admin Console (Lark C03).
import { VerbError } from '@scimulator/shared/behaviour'
import type { ScimResource } from '@scimulator/shared/scim'
import type { Change } from '../../directory/change.ts'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import { type DirectoryView, foldCase } from '../../directory/view.ts'
import type { LarkChange } from '../state/lark-change.ts'
import { type IdentityAttribute, identityKey } from '../values/identity-keys.ts'
import { USER_GROUP_NAME } from '../values/lark-keys.ts'
import type { MemberFacts, MemberValues, UserGroupFacts } from '../values/member.ts'
import type { NamedKind, NamedObject } from '../values/named-object.ts'
import type { Desk } from './desk.ts'

export function directoryOf(desk: Desk, organisation: string): DirectoryView {
  return desk.ledger.directory.organisation(organisation)
}

/** By id, user name, email address or name. @throws VerbError not-found */
export function findMember(desk: Desk, organisation: string, wanted: string): DirectoryRecord {
  const directory = directoryOf(desk, organisation)
  const byId = directory.get('User', wanted)
  if (byId) return byId
  for (const attribute of ['externalID', 'email'] as const) {
    const found = holderOf(directory, attribute, wanted)
    if (found) return found
  }
  throw new VerbError('not-found', `There is no member "${wanted}" in ${organisation}. Name it by email address or id.`)
}

/** By id or name. @throws VerbError not-found */
export function findUserGroup(desk: Desk, organisation: string, wanted: string): DirectoryRecord {
  const directory = directoryOf(desk, organisation)
  const found = directory.get('Group', wanted) ?? groupNamed(directory, wanted)
  if (found) return found
  throw new VerbError('not-found', `There is no user group "${wanted}" in ${organisation}.`)
}

export function groupNamed(directory: DirectoryView, name: string): DirectoryRecord | undefined {
  const [found] = directory.lookup('Group', USER_GROUP_NAME, foldCase(name.trim())).values()
  return found
}

function holderOf(directory: DirectoryView, attribute: IdentityAttribute, value: string): DirectoryRecord | undefined {
  const key = identityKey(attribute, value)
  const [found] = directory.lookup('User', key.index, key.value).values()
  return found
}

/** @throws VerbError conflict when a value that is unique in the organisation is taken */
export function checkFree(directory: DirectoryView, values: MemberValues, self: string | null = null): void {
  for (const attribute of ['externalID', 'email', 'employeeID'] as const) {
    const value = values[attribute]
    const holder = value === undefined ? undefined : holderOf(directory, attribute, value)
    if (holder && holder.id !== self) {
      throw new VerbError(
        'conflict',
        `${attribute}: "${value}" is taken already; it is unique in ${directory.organisation}.`,
      )
    }
  }
}

/** The department or job title of that name, and the change that makes it when there is none. */
export function namedObject(
  desk: Desk,
  organisation: string,
  kind: NamedKind,
  name: string,
): { readonly object: NamedObject; readonly changes: readonly LarkChange[] } {
  const known = desk.profile.state.named.find(organisation, kind, name)
  if (known) return { object: known, changes: [] }
  const { ids, schedule } = desk.ledger
  const object: NamedObject = {
    kind,
    id: ids.uuid(kind),
    organisation,
    name: name.trim(),
    dataSource: 'Lark Admin Console',
    source: null,
    created: schedule.now(),
  }
  return { object, changes: [{ kind: 'profile:named-put', object }] }
}

/** A record that no sync source manages. */
export function recordByHand(
  desk: Desk,
  organisation: string,
  kind: ResourceKind,
  content: { readonly resource: ScimResource; readonly facts: MemberFacts | UserGroupFacts },
): DirectoryRecord {
  const now = desk.ledger.schedule.now()
  const id = desk.ledger.ids.uuid(kind)
  const base = { kind, id, organisation, managedBy: null, version: 1, created: now, lastModified: now }
  return { ...base, resource: content.resource, facts: { ...content.facts } }
}

export function rewritten(record: DirectoryRecord, parts: Partial<DirectoryRecord>, now: number): Change {
  const after = { ...record, ...parts, version: record.version + 1, lastModified: now }
  return { kind: 'record-put', record: after }
}
