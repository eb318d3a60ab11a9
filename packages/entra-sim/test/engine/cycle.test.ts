import { describe, expect, test } from 'vitest'
import { CYCLE, contoso } from './tenant-fixture.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const withoutIds = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>'))

describe('the first cycle', () => {
  test('creates assigned users, then groups without members, then managers and members', async () => {
    const fixture = await contoso({ preset: 'default' })
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const lines = fixture.sent().map((line) => line.replace(/ \{.*/, ''))
    expect(withoutIds(lines)).toMatchInlineSnapshot(`
      [
        "GET /Users?filter=userName+eq+%22<uuid>%22",
        "GET /Users?filter=userName+eq+%22ana%40contoso.example%22",
        "POST /Users",
        "GET /Users?filter=userName+eq+%22bo%40contoso.example%22",
        "POST /Users",
        "GET /Users?filter=userName+eq+%22cy%40contoso.example%22",
        "POST /Users",
        "GET /Groups?excludedAttributes=members&filter=displayName+eq+%22Sales%22",
        "POST /Groups",
        "PATCH /Users/u2",
        "PATCH /Groups/g1",
      ]
    `)
    expect(Object.keys(await fixture.view('links')).sort()).toEqual([
      'Sales',
      'ana@contoso.example',
      'bo@contoso.example',
      'cy@contoso.example',
    ])
  })

  test('sends nothing but the probe when nothing changed', async () => {
    const fixture = await contoso()
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    fixture.sent()
    await fixture.advance(CYCLE)
    expect(withoutIds(fixture.sent())).toEqual(['GET /Users?filter=userName+eq+%22<uuid>%22'])
  })
})

describe.each([
  { dialect: 'legacy', suffix: '' },
  { dialect: 'optscim', suffix: '?aadOptscim062020' },
])('an incremental cycle in the $dialect dialect', ({ suffix }) => {
  test('updates, disables, renames on soft delete, and restores', async () => {
    const fixture = await contoso({ suffix, preset: 'lark' })
    await fixture.do('assign', { users: ['ana', 'bo'] })
    await fixture.do('start')
    fixture.sent()
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director', department: 'Board' } })
    await fixture.advance(CYCLE)
    expect(withoutIds(fixture.sent().slice(1))).toMatchSnapshot('change')
    await fixture.do('delete-user', { user: 'ana' })
    await fixture.advance(CYCLE)
    expect(withoutIds(fixture.sent().slice(1))).toMatchSnapshot('soft delete')
    expect([...fixture.responder.users.values()].map(({ active }) => active).sort()).toEqual([false, true])
    await fixture.do('restore-user', { user: 'ana' })
    await fixture.advance(CYCLE)
    expect(withoutIds(fixture.sent().slice(1))).toMatchSnapshot('restore')
    expect([...fixture.responder.users.values()].map(({ userName, active }) => [userName, active]).sort()).toEqual([
      ['ana@contoso.example', true],
      ['bo@contoso.example', true],
    ])
  })
})

test('a manager whom the target takes and does not return is added at every evaluation (azure-docs#11784)', async () => {
  const fixture = await contoso({ preset: 'default' })
  await fixture.do('assign', { users: ['ana', 'bo'] })
  await fixture.do('start')
  const bo = [...fixture.responder.users.values()].find(({ userName }) => userName === 'bo@contoso.example')
  if (bo) bo[ENTERPRISE] = { department: 'Sales', employeeNumber: 'E-bo' }
  fixture.sent()
  await fixture.do('update-user', { user: 'bo', set: { jobTitle: 'Director' } })
  await fixture.advance(CYCLE)
  const patches = fixture.sent().filter((line) => line.includes(':User:manager'))
  expect(patches).toEqual([expect.stringContaining(`{"op":"Add","path":"${ENTERPRISE}:manager","value":"u1"}`)])
})
