// References that wait for an object whose own provisioning failed, and members of a group that failed or is held back itself.
import { describe, expect, test } from 'vitest'
import type { Responder } from './scim-responder.ts'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

const HOUR = 3_600_000

/** Refuses what fits, until it is lifted. */
function refuse({ faults }: Responder, method: string, text: string, status = 500): () => void {
  const fault: Responder['faults'][number] = (request) =>
    request.method === method && `${request.url} ${request.body ?? ''}`.includes(text) ? { status } : undefined
  faults.push(fault)
  return () => void faults.splice(faults.indexOf(fault), 1)
}

const namesIn = ({ responder }: Fixture, group: string) => {
  const found = [...responder.groups.values()].find(({ displayName }) => displayName === group)
  const ids = ((found?.members ?? []) as { value: string }[]).map(({ value }) => value)
  return ids.map((id) => String(responder.users.get(id)?.userName)).sort()
}

const managerOf = ({ responder }: Fixture, name: string) => {
  const found = [...responder.users.values()].find(({ userName }) => userName === name)
  const extension = found?.['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'] as
    | { manager?: { value: string } }
    | undefined
  return responder.users.get(extension?.manager?.value ?? '')?.userName
}

async function sales(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await contoso(options)
  await fixture.do('assign', { group: 'Sales' })
  return fixture
}

describe('a member who could not be created', () => {
  test('is in the group once the retry succeeds', async () => {
    const fixture = await sales()
    const lift = refuse(fixture.responder, 'POST', 'bo@contoso.example')
    await fixture.do('start')
    expect(namesIn(fixture, 'Sales')).toEqual(['cy@contoso.example'])
    expect(Object.values(await fixture.view('escrows'))).toMatchObject([
      { part: 'object', errorCode: 'InternalServerError' },
      { part: 'references', errorCode: 'UnableToResolveReferenceAttributeValue' },
    ])
    lift()
    await fixture.advance(CYCLE)
    expect(namesIn(fixture, 'Sales')).toEqual(['bo@contoso.example', 'cy@contoso.example'])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('follows in the cycle that heals him, although the retry of the group is due later', async () => {
    const fixture = await sales()
    const lift = refuse(fixture.responder, 'POST', 'bo@contoso.example')
    await fixture.do('start')
    await fixture.advance(CYCLE)
    lift()
    await fixture.do('update-user', { user: 'bo', set: { jobTitle: 'Director' } })
    await fixture.advance(CYCLE)
    expect(namesIn(fixture, 'Sales')).toEqual(['bo@contoso.example', 'cy@contoso.example'])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('does not delay or repeat the others', async () => {
    const fixture = await sales()
    refuse(fixture.responder, 'POST', 'bo@contoso.example')
    await fixture.do('start')
    fixture.sent()
    await fixture.advance(12 * HOUR)
    expect(fixture.sent().filter((line) => line.startsWith('PATCH /Groups'))).toEqual([])
  })

  test('who leaves scope meanwhile is not waited for any longer', async () => {
    const fixture = await sales()
    const lift = refuse(fixture.responder, 'POST', 'bo@contoso.example')
    await fixture.do('start')
    await fixture.do('set-scoping-filter', {
      objectType: 'User',
      groups: [[{ attribute: 'displayName', operator: 'NOT EQUALS', value: 'Bo Berg' }]],
    })
    lift()
    await fixture.advance(48 * HOUR)
    expect(namesIn(fixture, 'Sales')).toEqual(['cy@contoso.example'])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('who leaves the group meanwhile is not added', async () => {
    const fixture = await sales()
    await fixture.do('assign', { user: 'bo' })
    const lift = refuse(fixture.responder, 'POST', 'bo@contoso.example')
    await fixture.do('start')
    await fixture.do('remove-member', { group: 'Sales', user: 'bo' })
    lift()
    await fixture.advance(48 * HOUR)
    expect(fixture.responder.users.size).toBe(2)
    expect(namesIn(fixture, 'Sales')).toEqual(['cy@contoso.example'])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('with referenceRetry never he is missing until a restart', async () => {
    const fixture = await sales({ switches: { referenceRetry: 'never' } })
    const lift = refuse(fixture.responder, 'POST', 'bo@contoso.example')
    await fixture.do('start')
    lift()
    await fixture.advance(48 * HOUR)
    expect(fixture.responder.users.size).toBe(2)
    expect(namesIn(fixture, 'Sales')).toEqual(['cy@contoso.example'])
    await fixture.do('restart')
    expect(namesIn(fixture, 'Sales')).toContain('bo@contoso.example')
  })

  test('a failed reference counts beside the failed object', async () => {
    const fixture = await sales({ switches: { quarantineTotalFailures: 1 } })
    await fixture.do('start')
    refuse(fixture.responder, 'POST', 'eve@contoso.example')
    await fixture.do('add-member', { group: 'Sales', user: 'eve' })
    await fixture.advance(CYCLE)
    const quarantine = { reason: 'EncounteredTotalEscrowThreshold' }
    expect(await fixture.view('job')).toMatchObject({ Lark: { status: { quarantine } } })
  })
})

describe('a manager who could not be created', () => {
  test.each([
    ['before the report', 'ana', 'bo'],
    ['after the report', 'eve', 'cy'],
  ])('is written once the retry succeeds (planned %s)', async (_name, manager, report) => {
    const fixture = await contoso()
    await fixture.do('update-user', { user: report, manager })
    for (const user of [manager, report]) await fixture.do('assign', { user })
    const lift = refuse(fixture.responder, 'POST', `${manager}@contoso.example`)
    await fixture.do('start')
    await fixture.advance(CYCLE)
    expect(managerOf(fixture, `${report}@contoso.example`)).toBeUndefined()
    lift()
    await fixture.do('update-user', { user: manager, set: { jobTitle: 'Director' } })
    await fixture.advance(CYCLE)
    expect(managerOf(fixture, `${report}@contoso.example`)).toBe(`${manager}@contoso.example`)
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('with referenceRetry never the report goes without', async () => {
    const fixture = await contoso({ switches: { referenceRetry: 'never' } })
    for (const user of ['ana', 'bo']) await fixture.do('assign', { user })
    const lift = refuse(fixture.responder, 'POST', 'ana@contoso.example')
    await fixture.do('start')
    lift()
    await fixture.advance(48 * HOUR)
    expect(managerOf(fixture, 'bo@contoso.example')).toBeUndefined()
  })
})

describe('a group that fails is sent no members', () => {
  test.each<[string, string, string]>([
    ['its read fails', 'GET', '/Groups/g1'],
    ['its update fails', 'PATCH', '"displayName"'],
  ])('%s; they follow once it succeeds', async (_name, method, text) => {
    const fixture = await sales()
    await fixture.do('start')
    const lift = refuse(fixture.responder, method, text)
    await fixture.do('rename-group', { group: 'Sales', name: 'Sales EMEA' })
    await fixture.do('add-member', { group: 'Sales EMEA', user: 'eve' })
    await fixture.do('remove-member', { group: 'Sales EMEA', user: 'cy' })
    fixture.sent()
    await fixture.advance(CYCLE)
    expect(fixture.sent().filter((line) => line.includes('"members"'))).toEqual([])
    lift()
    await fixture.advance(CYCLE)
    expect(namesIn(fixture, 'Sales EMEA')).toEqual(['bo@contoso.example', 'eve@contoso.example'])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('its answer shows members; they follow once it does not', async () => {
    const fixture = await sales()
    await fixture.do('start')
    const shows = { id: 'g1', displayName: 'Sales', members: [{ value: 'u1' }] }
    fixture.responder.faults.push(({ method, url }) =>
      method === 'GET' && url.includes('/Groups/g1') ? { status: 200, body: JSON.stringify(shows) } : undefined,
    )
    await fixture.do('add-member', { group: 'Sales', user: 'eve' })
    await fixture.advance(CYCLE)
    expect(namesIn(fixture, 'Sales')).not.toContain('eve@contoso.example')
    const { responder } = fixture
    responder.faults.pop()
    await fixture.advance(CYCLE)
    expect(namesIn(fixture, 'Sales')).toContain('eve@contoso.example')
  })

  test('nor on demand', async () => {
    const fixture = await sales()
    await fixture.do('start')
    refuse(fixture.responder, 'GET', '/Groups/g1')
    await fixture.do('add-member', { group: 'Sales', user: 'eve' })
    fixture.sent()
    await fixture.do('provision-on-demand', { group: 'Sales', members: ['eve'] })
    expect(fixture.sent().filter((line) => line.includes('"members"'))).toEqual([])
  })

  test('its deletion fails', async () => {
    const fixture = await sales()
    await fixture.do('start')
    refuse(fixture.responder, 'DELETE', '/Groups/g1')
    await fixture.do('add-member', { group: 'Sales', user: 'eve' })
    await fixture.do('unassign', { group: 'Sales' })
    fixture.sent()
    await fixture.advance(CYCLE)
    expect(fixture.sent().filter((line) => line.includes('"members"'))).toEqual([])
  })
})

describe('a group whose removal is held back', () => {
  async function held(): Promise<Fixture> {
    const fixture = await sales({ settings: { deletionThreshold: 0 } })
    for (const user of ['bo', 'cy', 'eve']) await fixture.do('assign', { user })
    await fixture.do('start')
    await fixture.do('unassign', { group: 'Sales' })
    await fixture.do('add-member', { group: 'Sales', user: 'eve' })
    await fixture.do('remove-member', { group: 'Sales', user: 'cy' })
    fixture.sent()
    await fixture.advance(CYCLE)
    expect(Object.values(await fixture.view('staged-deletes'))).toMatchObject([{ action: 'delete' }])
    return fixture
  }

  test('is sent no members in the cycle that trips, nor after a restart', async () => {
    const fixture = await held()
    await fixture.do('restart')
    expect(fixture.sent().filter((line) => line.includes('"members"'))).toEqual([])
    expect(namesIn(fixture, 'Sales')).toEqual(['bo@contoso.example', 'cy@contoso.example'])
  })

  test('gets what changed meanwhile once it is back in scope', async () => {
    const fixture = await held()
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('start')
    expect(namesIn(fixture, 'Sales')).toEqual(['bo@contoso.example', 'eve@contoso.example'])
    expect(fixture.sent().filter((line) => line.includes('"members"'))).toHaveLength(2)
    expect(await fixture.view('escrows')).toEqual({})
  })
})

test('a member who was added without a good answer and leaves before the retry stays at the target, also after a restart', async () => {
  const fixture = await sales()
  const { faults, groups } = fixture.responder
  faults.push(({ method, url, body = '' }) => {
    const group = groups.get(url.split('/Groups/')[1] ?? '')
    if (method !== 'PATCH' || !group) return undefined
    // It is carried out, and the answer does not say so.
    group.members = JSON.parse(body).Operations.flatMap(({ value }: { value: object[] }) => value)
    return { status: 504 }
  })
  await fixture.do('assign', { user: 'bo' })
  await fixture.do('start')
  expect(namesIn(fixture, 'Sales')).toContain('bo@contoso.example')
  faults.length = 0
  await fixture.do('remove-member', { group: 'Sales', user: 'bo' })
  fixture.sent()
  await fixture.advance(48 * HOUR)
  expect(fixture.sent().filter((line) => /^PATCH \/Groups.*remove/i.test(line))).toEqual([])
  expect(namesIn(fixture, 'Sales')).toContain('bo@contoso.example')
  expect(await fixture.view('escrows')).toEqual({})
  await fixture.do('restart')
  expect(namesIn(fixture, 'Sales')).toContain('bo@contoso.example')
})
