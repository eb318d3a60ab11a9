import { isJsonArray, isJsonObject, type JsonValue, own, type ScimResource } from '@scimulator/shared/scim'
import type { DirectoryRecord } from './record.ts'
import { foldCase, type IndexKey } from './view.ts'

/** The index keys that every record has, whatever the profile: the attributes by which clients look people up. */
export function directoryKeys(record: DirectoryRecord): readonly IndexKey[] {
  const keys: IndexKey[] = []
  const { resource } = record
  if (record.managedBy !== null) keys.push({ index: 'managedBy', value: record.managedBy })
  addText(keys, 'externalId', own(resource, 'externalId'))
  addFolded(keys, 'userName', own(resource, 'userName'))
  addFolded(keys, 'displayName', own(resource, 'displayName'))
  for (const email of emailsOf(resource)) addFolded(keys, 'emails.value', email)
  return keys
}

/** Attribute paths that have an index, as equality probes spell them. */
export const indexedPaths: ReadonlySet<string> = new Set([
  'id',
  'externalId',
  'userName',
  'displayName',
  'emails.value',
])

function emailsOf(resource: ScimResource): readonly JsonValue[] {
  const emails = own(resource, 'emails')
  if (!isJsonArray(emails)) return []
  return emails.map((email) => (isJsonObject(email) ? (own(email, 'value') ?? null) : null))
}

function addText(keys: IndexKey[], index: string, value: JsonValue | undefined): void {
  if (typeof value === 'string') keys.push({ index, value })
}

function addFolded(keys: IndexKey[], index: string, value: JsonValue | undefined): void {
  if (typeof value === 'string') keys.push({ index, value: foldCase(value) })
}
