import { describe, expect, test } from 'vitest'
import { CYCLE, contoso } from './tenant-fixture.ts'

describe('provision on demand', () => {
  test('writes the legacy dialect although the tenant URL has the flag, and leaves the watermark', async () => {
    const fixture = await contoso({ preset: 'lark', suffix: '?aadOptscim062020' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    fixture.sent()
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    const result = await fixture.do('provision-on-demand', { user: 'ana' })
    expect(result).toMatchObject([
      { name: 'ana@contoso.example', action: 'update', status: 'success', reason: null, changeId: expect.any(String) },
    ])
    expect(fixture.sent().at(-1)).toContain('"Operations":[{"op":"Replace","path":"title","value":"Director"}]')
    await fixture.advance(CYCLE)
    expect(fixture.sent().slice(1)).toEqual(['GET /Users/u1'])
  })

  test('a user in sync is skipped as RedundantExport', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('provision-on-demand', { user: 'ana' })
    const result = await fixture.do('provision-on-demand', { user: 'ana' })
    expect(result).toMatchObject([
      {
        name: 'ana@contoso.example',
        action: 'other',
        status: 'skipped',
        reason: 'RedundantExport',
        changeId: expect.any(String),
      },
    ])
  })

  test('disables a user who was unassigned', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    await fixture.do('unassign', { user: 'ana' })
    await fixture.do('provision-on-demand', { user: 'ana' })
    expect(fixture.responder.users.get('u1')?.active).toBe(false)
  })

  test('brings a group with the chosen members only', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('provision-on-demand', { group: 'Sales', members: ['bo'] })
    expect([...fixture.responder.groups.values()]).toMatchObject([{ displayName: 'Sales', members: [{ value: 'u1' }] }])
    expect(fixture.responder.users.size).toBe(1)
  })

  test('a failure is not put into escrow', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    fixture.responder.faults.push(({ method }) => (method === 'POST' ? { status: 500 } : undefined))
    expect(await fixture.do('provision-on-demand', { user: 'ana' })).toMatchObject([{ status: 'failure' }])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('groups that are nested in an assigned one are skipped, as are users whom nobody assigned', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { group: 'Staff' })
    const skipped = { status: 'skipped', reason: 'NotEffectivelyEntitled' }
    expect(await fixture.do('provision-on-demand', { group: 'Sales' })).toMatchObject([skipped])
    expect(await fixture.do('provision-on-demand', { user: 'bo' })).toMatchObject([skipped])
    expect(fixture.sent().filter((line) => !line.startsWith('GET'))).toEqual([])
  })

  test('a failed test of the connection is told, and nothing else is sent', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    fixture.responder.faults.push(() => ({ status: 401 }))
    await expect(fixture.do('provision-on-demand', { user: 'ana' })).rejects.toThrow('could not be tested')
    expect(fixture.sent()).toHaveLength(1)
    expect((await fixture.view('job')).Lark).toMatchObject({ status: { quarantine: null } })
  })

  test.each<[string, [string, object][]]>([
    ['never started', []],
    [
      'stopped',
      [
        ['start', {}],
        ['stop', {}],
      ],
    ],
  ])('works while the job is %s, and does not start it', async (_state, acts) => {
    const fixture = await contoso({ preset: 'lark' })
    for (const [verb, input] of acts) await fixture.do(verb, input)
    await fixture.do('assign', { user: 'ana' })
    expect(await fixture.do('provision-on-demand', { user: 'ana' })).toMatchObject([{ action: 'create' }])
    fixture.sent()
    await fixture.advance(3 * CYCLE)
    expect(fixture.sent()).toEqual([])
  })

  test('is not held back by the deletion threshold', async () => {
    const fixture = await contoso({ preset: 'lark', settings: { deletionThreshold: 0 } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    await fixture.do('unassign', { user: 'ana' })
    expect(await fixture.do('provision-on-demand', { user: 'ana' })).toMatchObject([{ action: 'disable' }])
    expect(await fixture.view('staged-deletes')).toEqual({})
  })

  test.each<[string, object, string]>([
    ['a disabled user', { user: 'di' }, 'disabled or deleted'],
    ['a deleted user', { user: 'f3' }, 'disabled or deleted'],
    ['a deleted group', { group: 'Gone' }, 'is deleted in Entra ID'],
    ['a disabled member', { group: 'Big', members: ['di'] }, 'disabled or deleted'],
    ['a group and a user', { group: 'Big', user: 'ana' }, 'Give either'],
    ['more than five members', { group: 'Big', members: ['ana', 'bo', 'cy', 'eve', 'f1', 'f2'] }, 'At most 5 members'],
    ['somebody who is no member', { group: 'Sales', members: ['ana'] }, 'not a member'],
    ['nobody', {}, 'Give either'],
    ['somebody unknown', { user: 'zoe' }, 'There is no user "zoe"'],
  ])('refuses %s', async (_name, input, message) => {
    const fixture = await contoso({ preset: 'lark' })
    for (const key of ['f1', 'f2', 'f3'])
      await fixture.do('create-user', { key, userPrincipalName: `${key}@contoso.example` })
    await fixture.do('create-group', { name: 'Big', members: ['ana', 'bo', 'cy', 'di', 'eve', 'f1', 'f2'] })
    await fixture.do('create-group', { name: 'Gone', type: 'microsoft365' })
    await fixture.do('delete-user', { user: 'f3' })
    await fixture.do('delete-group', { group: 'Gone' })
    await expect(fixture.do('provision-on-demand', input)).rejects.toThrow(message)
    expect(fixture.sent()).toEqual([])
  })
})

describe('explain', () => {
  test('shows the five steps with the values seen, sends reads only and changes nothing', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    const before = JSON.stringify(await fixture.view('job'))
    const explanation = await fixture.do('explain', { user: 'ana' })
    expect(explanation).toMatchObject({
      name: 'ana@contoso.example',
      import: { userPrincipalName: 'ana@contoso.example', IsSoftDeleted: false },
      scope: { isActive: true, isAssigned: true, isEntitled: true, passesFilter: true },
      match: { linkedTo: null, attempts: [{ attribute: 'userName', value: 'ana@contoso.example', found: 0 }] },
      evaluate: { intent: 'evaluate', mapped: { userName: 'ana@contoso.example', active: true } },
      act: {
        action: 'create',
        status: 'success',
        requests: [
          { method: 'GET', wasSent: true },
          { method: 'POST', wasSent: false },
        ],
      },
    })
    expect(fixture.sent()).toHaveLength(1)
    expect(fixture.responder.users.size).toBe(0)
    expect(JSON.stringify(await fixture.view('job'))).toBe(before)
    expect(await fixture.view('provisioning-logs')).toEqual({})
  })

  test('says why somebody is left out', async () => {
    const fixture = await contoso({ preset: 'lark' })
    expect(await fixture.do('explain', { user: 'eve' })).toMatchObject({
      scope: { isAssigned: false },
      evaluate: { intent: 'skip: NotEffectivelyEntitled' },
      act: { status: 'skipped', reason: 'NotEffectivelyEntitled', requests: [] },
    })
  })
})

describe('test connection', () => {
  test('asks for a random name with the matching attribute', async () => {
    const fixture = await contoso()
    await fixture.do('set-mapping', { target: 'externalId', source: 'objectId', matchingPriority: 1 })
    await fixture.do('set-mapping', { target: 'userName', source: 'userPrincipalName', matchingPriority: 2 })
    expect(await fixture.do('test-connection')).toEqual({ connected: true })
    expect(fixture.sent()).toEqual([
      expect.stringMatching(/^GET \/Users\?filter=externalId\+eq\+%22[0-9a-f-]{36}%22$/),
      expect.stringMatching(/^GET \/Groups\?excludedAttributes=members&filter=displayName\+eq\+%22[0-9a-f-]{36}%22$/),
    ])
  })

  test('tells why it failed', async () => {
    const fixture = await contoso()
    fixture.responder.faults.push(() => ({ status: 401 }))
    await expect(fixture.do('test-connection')).rejects.toThrow('Unauthorized')
  })

  test('a target that finds somebody for any name is refused', async () => {
    const fixture = await contoso()
    fixture.responder.faults.push(() => ({ status: 200, body: '{"totalResults":1,"Resources":[{"id":"1"}]}' }))
    await expect(fixture.do('test-connection')).rejects.toThrow('must find none')
  })
})
