// A program on the store that holds nothing but people, each a SCIM User of about 1,000 bytes.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SnapshotRow, StateShape } from '@scimulator/shared/store'

export interface PersonChange {
  readonly id: string
  readonly user: unknown
}

export class Population implements StateShape<PersonChange> {
  readonly name = 'population'
  readonly version = 1
  readonly people = new Map<string, unknown>()

  apply(change: PersonChange): void {
    this.people.set(change.id, change.user)
  }

  *rows(): Iterable<SnapshotRow> {
    for (const [key, value] of this.people) yield { collection: 'users', key, value }
  }

  load(row: SnapshotRow): void {
    this.people.set(row.key, row.value)
  }

  clear(): void {
    this.people.clear()
  }
}

/** The whole new value of person `i` after its `revision`-th change, as a step of one change. */
export function personChange(i: number, revision: number): readonly PersonChange[] {
  return [{ id: idOf(i), user: person(i, revision) }]
}

export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'scimulator-bench-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

function idOf(i: number): string {
  return `2819c223-7f76-453a-919d-${String(i).padStart(12, '0')}`
}

function person(i: number, revision: number): unknown {
  const userName = `person.${i}@example.com`
  return {
    schemas: [
      'urn:ietf:params:scim:schemas:core:2.0:User',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    ],
    id: idOf(i),
    externalId: `ext-${i}`,
    userName,
    name: { formatted: `Given${i} Family${i}`, familyName: `Family${i}`, givenName: `Given${i}` },
    displayName: `Given${i} Family${i}`,
    nickName: `G${i}`,
    title: `Engineer, revision ${revision}`,
    preferredLanguage: 'en-US',
    active: true,
    emails: [
      { value: userName, type: 'work', primary: true },
      { value: `g${i}@home.example.com`, type: 'home' },
    ],
    phoneNumbers: [{ value: `+1 555 ${String(i).padStart(7, '0')}`, type: 'work' }],
    addresses: [{ type: 'work', streetAddress: `${i} Main Street`, locality: 'Springfield', country: 'US' }],
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
      employeeNumber: String(i),
      department: `Department ${i % 40}`,
      organization: 'Example',
      manager: { value: idOf(Math.floor(i / 10)) },
    },
    meta: { resourceType: 'User', created: '2026-11-22T08:00:00.000Z', version: `W/"${revision}"` },
  }
}
