import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRfcProfile } from '../rfc/rfc-profile.ts'
import type { Change } from './change.ts'
import { Directory } from './directory.ts'
import type { DirectoryRecord } from './record.ts'
import { type DirectoryView, foldCase } from './view.ts'

const id = fc.constantFrom('u1', 'u2', 'u3', 'g1', 'g2')
const text = fc.constantFrom('ana', 'Ana', 'bo', 'ÅSA', 'åsa')
const organisation = fc.constantFrom('red', 'blue')

const put = fc
  .record({ id, organisation, userName: text, email: text, managedBy: fc.constantFrom('s1', 's2', null) })
  .map((parts): Change => ({ kind: 'record-put', record: recordOf(parts) }))
const remove = fc
  .record({ id, organisation })
  .map((parts): Change => ({ kind: 'record-removed', resourceKind: kindOf(parts.id), ...parts }))
const members = fc
  .record({
    organisation,
    group: fc.constantFrom('g1', 'g2'),
    removeAll: fc.boolean(),
    remove: fc.array(id),
    add: fc.array(id),
  })
  .map((parts): Change => ({ kind: 'members-changed', ...parts, add: parts.add.map((value) => ({ value })) }))
const changes = fc.array(fc.oneof(put, remove, members), { maxLength: 30 })

test('every index finds what looking at everybody finds', () => {
  fc.assert(
    fc.property(changes, (steps) => {
      const directory = directoryOf(steps)
      for (const view of directory.organisations()) {
        const everybody = [...view.all('User').values()]
        for (const name of ['ana', 'bo', 'åsa']) {
          const wanted = everybody.filter(({ resource }) => foldCase(String(resource.userName)) === name)
          expect(idsOf(view.lookup('User', 'userName', name).values())).toEqual(idsOf(wanted))
          const byEmail = everybody.filter(({ resource }) => foldCase(JSON.stringify(resource.emails)).includes(name))
          expect(idsOf(view.lookup('User', 'emails.value', name).values())).toEqual(idsOf(byEmail))
        }
        const managed = everybody.filter(({ managedBy }) => managedBy === 's1')
        expect(view.lookup('User', 'managedBy', 's1').size).toBe(managed.length)
      }
    }),
  )
})

test('the groups of a member are the groups that have it', () => {
  fc.assert(
    fc.property(changes, (steps) => {
      for (const view of directoryOf(steps).organisations()) {
        for (const member of ['u1', 'u2', 'g1']) {
          const groups = [...view.all('Group').values()].filter((group) => view.members(group.id).has(member))
          expect(idsOf(view.groupsOf(member).values())).toEqual(idsOf(groups))
        }
      }
    }),
  )
})

test('applying all changes once more changes nothing, and rows loaded elsewhere say the same', () => {
  fc.assert(
    fc.property(changes, (steps) => {
      const directory = directoryOf(steps)
      const rows = sortedRows(directory)
      const copy = directoryOf([])
      for (const row of directory.rows()) copy.load(row)
      expect(sortedRows(copy)).toEqual(rows)
      for (const step of steps) directory.apply(step)
      expect(sortedRows(directory)).toEqual(rows)
    }),
  )
})

test('a held view stays as it was, whatever is written meanwhile', () => {
  fc.assert(
    fc.property(changes, changes, (before, meanwhile) => {
      const directory = directoryOf(before)
      const was = told(directoryOf(before).organisation('red'))
      const held = directory.organisation('red').hold()
      const sets = { User: held.all('User'), Group: held.all('Group') }
      const managed = held.lookup('User', 'managedBy', 's1')
      for (const step of meanwhile) directory.apply(step)
      expect(told(held, sets)).toEqual(was)
      expect(idsOf(managed.values())).toEqual(
        was.people
          .filter(isManaged)
          .map(({ id: own }) => own)
          .sort(),
      )
    }),
  )
})

test('the sets of a held view are not taken when something was written', () => {
  const directory = directoryOf([{ kind: 'record-put', record: recordOf({ id: 'u1' }) }])
  const held = directory.organisation('red').hold()
  directory.apply({ kind: 'record-removed', organisation: 'red', resourceKind: 'User', id: 'u1' })
  expect(() => held.all('User')).toThrow('before anything is written')
  expect(held.get('User', 'u1')).toEqual(recordOf({ id: 'u1' }))
})

test('rows survive changes made between two of them', () => {
  const directory = directoryOf(
    ['u1', 'u2', 'u3'].map((one) => ({ kind: 'record-put', record: recordOf({ id: one }) })),
  )
  const seen: string[] = []
  for (const { key } of directory.rows()) {
    seen.push(key)
    directory.apply({ kind: 'record-removed', organisation: 'red', resourceKind: 'User', id: 'u3' })
  }
  expect(seen).toEqual(['counters', 'User u1', 'User u2'])
})

function directoryOf(steps: readonly Change[]): Directory {
  const directory = new Directory(createRfcProfile())
  for (const step of steps) directory.apply(step)
  return directory
}

interface Parts {
  id: string
  organisation?: string
  userName?: string
  email?: string
  managedBy?: string | null
}

function recordOf({
  id: own,
  organisation: place = 'red',
  userName = own,
  email = own,
  managedBy = null,
}: Parts): DirectoryRecord {
  return {
    kind: kindOf(own),
    id: own,
    organisation: place,
    managedBy,
    version: 1,
    created: 0,
    lastModified: 0,
    resource: { userName, emails: [{ value: email }] },
    facts: {},
  }
}

function kindOf(one: string): 'User' | 'Group' {
  return one.startsWith('g') ? 'Group' : 'User'
}

/** All that a view says, in its order. */
function told(view: DirectoryView, sets = { User: view.all('User'), Group: view.all('Group') }) {
  const everyone = ['u1', 'u2', 'u3', 'g1', 'g2']
  return {
    people: [...sets.User.values()],
    groups: [...sets.Group.values()],
    one: everyone.map((own) => view.get(kindOf(own), own)),
    members: everyone.map((group) => [...view.members(group).values()]),
    groupsOf: everyone.map((member) => [...view.groupsOf(member).values()]),
  }
}

function isManaged({ managedBy }: DirectoryRecord): boolean {
  return managedBy === 's1'
}

function idsOf(records: Iterable<DirectoryRecord>): readonly string[] {
  return Array.from(records, (record) => record.id).sort()
}

function sortedRows(directory: Directory): readonly string[] {
  return Array.from(directory.rows(), (row) => JSON.stringify(row)).sort()
}
