// Whatever two identity providers and an administrator do in whatever order, some things hold for the organisation.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { urns } from '@scimulator/shared/scim'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openReceiver } from '../../src/receiver.ts'
import { type Company, company, enterprise, type IdentityProvider, identityProvider, START, user } from './company.ts'

const people = ['ana', 'bo', 'cy', 'di']
const email = (who: string) => `${who}@contoso.example`

const who = fc.constantFrom(...people)
const idp = fc.constantFrom(0, 1)
const act = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    idp,
    who,
    department: fc.constantFrom('Sales', 'sales', 'R&D', undefined),
  }),
  fc.record({ kind: fc.constant('rename' as const), idp, who, to: who }),
  fc.record({ kind: fc.constant('active' as const), idp, who, active: fc.boolean() }),
  fc.record({ kind: fc.constant('delete' as const), idp, who }),
  fc.record({ kind: fc.constant('group' as const), idp, who }),
  fc.record({ kind: fc.constant('by hand' as const), who }),
  fc.record({ kind: fc.constant('delete by hand' as const), who }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

async function carryOut(world: Company, idps: readonly IdentityProvider[], one: Act): Promise<void> {
  if (one.kind === 'by hand') return ignoring(world.act('add-member', { name: one.who, email: email(one.who) }))
  if (one.kind === 'delete by hand') return ignoring(world.act('delete-member', { member: email(one.who) }))
  const sender = idps[one.idp] ?? expect.fail()
  if (one.kind === 'create') {
    await sender.create(user(email(one.who), enterprise({ department: one.department, employeeNumber: one.who })))
    return
  }
  const [found] = await sender.find(`userName eq "${email(one.who)}"`)
  if (!found) return
  const id = String(found.id)
  if (one.kind === 'active') await sender.patch(id, { op: 'replace', path: 'active', value: one.active })
  else if (one.kind === 'delete') await sender.send('delete', `/Users/${id}`)
  else if (one.kind === 'group') {
    await sender.send('post', '/Groups', {
      schemas: [urns.group],
      displayName: `Team ${one.idp}`,
      members: [{ value: id }],
    })
  } else {
    const value = { userName: email(one.to), emails: [{ type: 'work', value: email(one.to) }] }
    await sender.patch(id, { op: 'replace', value })
  }
}

async function ignoring(acted: Promise<unknown>): Promise<void> {
  await acted.catch(() => undefined)
}

async function checkInvariants(world: Company, idps: readonly IdentityProvider[]): Promise<void> {
  const items = (await world.receiver.control.views.get('members')?.read({})) ?? []
  const members = items.map(({ value }) => value)
  for (const attribute of ['id', 'email', 'externalID', 'employeeID']) {
    const values = members.flatMap((member) => member[attribute] ?? [])
    expect(new Set(values).size, `${attribute} is unique`).toBe(values.length)
  }
  const departments = await world.see('departments')
  for (const member of members) if (member.department) expect(Object.keys(departments)).toContain(member.department)
  const folded = Object.keys(departments).map((name) => name.toLowerCase())
  expect(new Set(folded).size).toBe(folded.length)
  const seen = await Promise.all(idps.map((sender) => sender.find('userName pr')))
  const managed = members.filter(({ source }) => source !== null)
  expect(seen.flat().length, 'each managed member is seen by one source').toBe(managed.length)
  for (const resource of seen.flat()) {
    const member = members.find(({ id }) => id === resource.id)
    expect(member?.status).toBe(resource.active ? 'Active' : 'Inactive')
  }
}

describe('invariants', () => {
  test('hold after every act of two identity providers and an administrator', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('deactivate', 'delete', 'reject'),
        fc.array(act, { minLength: 1, maxLength: 12 }),
        async (memberDeletionRule, acts) => {
          const world = company()
          const identifyingAttributes = ['email', 'employee number']
          const idps = [
            await world.source({ memberDeletionRule, identifyingAttributes }),
            await world.source({ kind: 'JumpCloud' }),
          ]
          for (const one of acts) {
            await carryOut(world, idps, one)
            await checkInvariants(world, idps)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

const VIEWS = [
  'members',
  'deleted-members',
  'departments',
  'job-titles',
  'user-groups',
  'fields',
  'sync-sources',
  'sync-log',
]
const allViews = (world: Pick<Company, 'see'>) =>
  Promise.all([...VIEWS, 'admin-log', 'outbox', 'notices'].map((view) => world.see(view)))

async function busyYear(world: Company): Promise<IdentityProvider> {
  await world.act('add-administrator', { name: 'Bo', email: 'bo@x.io', permissions: ['Directory Sync'] })
  await world.act('add-member', { name: 'Ana', email: email('ana'), department: 'Sales' })
  const entra = await world.source({ memberDeletionRule: 'delete', memberNotification: true })
  const ana = (await entra.create(user(email('ana'), { title: 'Boss' }))).body.id
  const bo = (await entra.create(user(email('bo'), enterprise({ department: 'R&D' })))).body.id
  await entra.send('post', '/Groups', {
    schemas: [urns.group],
    displayName: 'Team',
    members: [{ value: ana }, { value: bo }],
  })
  await entra.send('delete', `/Users/${bo}`)
  await entra.create({ ...user(email('cy')), emails: [] })
  return entra
}

test('a snapshot that is restored shows the same pages, and goes on alike', async () => {
  const world = company()
  const entra = await busyYear(world)
  const picture = JSON.parse(JSON.stringify(world.receiver.control.snapshot()))
  const before = await allViews(world)
  await entra.create(user(email('di')))
  const after = await allViews(world)
  world.receiver.control.restore(picture)
  expect(await allViews(world)).toEqual(before)
  await entra.create(user(email('di')))
  expect(await allViews(world)).toEqual(after)
})

test('what is in a data folder is there after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'receiver-'))
  try {
    const options = { publicUrl: 'http://lark.example', schedule: createVirtualSchedule(START) }
    const first = await openReceiver(folder, { ...options, ids: createSeededIds(1, 'receiver') })
    const world = company({}, first)
    const entra = await busyYear(world)
    const before = await allViews(world)
    await first.close()
    const second = await openReceiver(folder, { ...options, ids: createSeededIds(1, 'receiver') })
    expect(await allViews(company({}, second))).toEqual(before)
    const restored = await identityProvider(second, entra.id, entra.url, entra.token).create(user(email('bo')))
    expect(restored.status).toBe(201)
    await second.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})
