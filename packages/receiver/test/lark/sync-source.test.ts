import { describe, expect, test } from 'vitest'
import { company, identityProvider, user } from './company.ts'

const rules = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ employeeType: `type ${i}`, workforceType: `workforce ${i}` }))

describe('sync sources', () => {
  test('A01: an administrator adds a sync source of one of the two kinds', async () => {
    const { act, see } = company()
    await act('add-sync-source', { kind: 'Entra ID' })
    await act('add-sync-source', { kind: 'JumpCloud' })
    expect(await see('sync-sources')).toMatchObject({
      'Lark & Entra ID Sync App': { kind: 'Entra ID' },
      'Lark & JumpCloud Sync App': { kind: 'JumpCloud' },
    })
    await expect(act('add-sync-source', { kind: 'Okta' })).rejects.toThrow('Entra ID or JumpCloud')
  })

  test('A02: only primary administrators and those with the Directory Sync permission may configure', async () => {
    const { act } = company()
    await act('add-administrator', { name: 'Log', email: 'log@contoso.example', permissions: ['Admin log'] })
    await act('add-administrator', { name: 'Sync', email: 'sync@contoso.example', permissions: ['Directory Sync'] })
    const add = (as: string) => act('add-sync-source', { kind: 'Entra ID', as })
    await expect(add('log@contoso.example')).rejects.toThrow('lacks the permission "Directory Sync"')
    const { id } = await add('sync@contoso.example')
    for (const verb of [
      'refresh-token',
      'expire-token',
      'activate-sync-source',
      'deactivate-sync-source',
      'delete-sync-source',
    ]) {
      await expect(act(verb, { source: id, as: 'log@contoso.example' })).rejects.toThrow('Directory Sync')
    }
    await expect(act('edit-sync-source', { source: id, set: {}, as: 'log@contoso.example' })).rejects.toThrow(
      'Directory Sync',
    )
  })

  test('A02: admin logs need the Admin log permission', async () => {
    const { act, see } = company()
    await act('add-administrator', { name: 'Log', email: 'log@contoso.example', permissions: ['Admin log'] })
    await act('add-administrator', { name: 'Sync', email: 'sync@contoso.example', permissions: ['Directory Sync'] })
    await expect(see('admin-log', { as: 'sync@contoso.example' })).rejects.toThrow('lacks the permission "Admin log"')
    expect(await see('admin-log', { as: 'log@contoso.example' })).toEqual({})
  })

  test('A03: a refreshed token stops working and the new one works', async () => {
    const { act, source } = company()
    const entra = await source()
    expect(entra.url).toBe('http://lark.example/organisations/default/scim/v2')
    expect((await entra.send('get', '/Users')).status).toBe(200)
    const { token = '' } = await act('refresh-token', { source: entra.id })
    expect((await entra.send('get', '/Users')).status).toBe(401)
    expect((await entra.with(token).send('get', '/Users')).status).toBe(200)
  })

  test('A03: the wizard shows URL and token before anything is saved, and they open nothing until then', async () => {
    const { receiver, act, see } = company()
    const { draft = '', url = '', token = '' } = await act('begin-sync-source', { kind: 'JumpCloud' })
    const provider = identityProvider(receiver, '', url, token)
    expect([await see('sync-sources'), await see('admin-log')]).toEqual([{}, {}])
    expect((await provider.send('get', '/Users')).status).toBe(401)
    await act('save-sync-source', { draft, memberDeletionRule: 'reject', activate: true })
    expect((await provider.send('get', '/Users')).status).toBe(200)
    expect(await see('sync-sources')).toMatchObject({
      'Lark & JumpCloud Sync App': { kind: 'JumpCloud', status: 'active', memberDeletionRule: 'reject' },
    })
    await expect(act('save-sync-source', { draft })).rejects.toThrow('There is no draft')
  })

  test('A03: Refresh gives another token, and the one before it is never good for anything', async () => {
    const { receiver, act } = company()
    const first = await act('begin-sync-source', { kind: 'Entra ID' })
    const second = await act('begin-sync-source', { kind: 'Entra ID', instead: first.draft })
    await expect(act('save-sync-source', { draft: first.draft })).rejects.toThrow('There is no draft')
    await act('save-sync-source', { draft: second.draft, activate: true })
    const statusOf = async ({ url = '', token = '' }: Record<string, string>) =>
      (await identityProvider(receiver, '', url, token).send('get', '/Users')).status
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200])
  })

  test('A14: a draft ends with Cancel, and after an hour', async () => {
    const { act, advance, see } = company()
    const cancelled = await act('begin-sync-source', { kind: 'Entra ID' })
    await act('discard-sync-source', { draft: cancelled.draft })
    const late = await act('begin-sync-source', { kind: 'Entra ID' })
    await advance('1h')
    for (const { draft } of [cancelled, late])
      await expect(act('save-sync-source', { draft })).rejects.toThrow('There is no draft')
    expect(await see('sync-sources')).toEqual({})
  })

  test('A04: a token is kept as a hash only and expires after a year', async () => {
    const { receiver, see, advance, source } = company()
    const entra = await source()
    expect(JSON.stringify(receiver.snapshot())).not.toContain(entra.token)
    expect(JSON.stringify(await see('sync-sources'))).not.toContain(entra.token)
    await advance('364d')
    expect((await entra.send('get', '/Users')).status).toBe(200)
    await advance('1d')
    expect((await entra.send('get', '/Users')).status).toBe(401)
  })

  test('A04: a scenario can make a token expire', async () => {
    const { act, source } = company()
    const entra = await source()
    await act('expire-token', { source: entra.id })
    expect((await entra.send('get', '/Users')).status).toBe(401)
  })

  test('A05: fifteen workforce-type rules can be configured, a sixteenth is refused', async () => {
    const { act, see, source } = company()
    const entra = await source({ workforceTypeRules: rules(15) })
    await expect(act('edit-sync-source', { source: entra.id, set: { workforceTypeRules: rules(16) } })).rejects.toThrow(
      '15',
    )
    await expect(act('add-sync-source', { kind: 'JumpCloud', workforceTypeRules: rules(16) })).rejects.toThrow('15')
    const [card] = Object.values(await see('sync-sources'))
    expect(card?.workforceTypeRules).toHaveLength(15)
  })

  test('A14: Save stores the source without enabling it, Save and activate enables it', async () => {
    const { act, see } = company()
    await act('add-sync-source', { kind: 'Entra ID', name: 'saved' })
    await act('add-sync-source', { kind: 'Entra ID', name: 'activated', activate: true })
    expect(await see('sync-sources')).toMatchObject({ saved: { status: 'inactive' }, activated: { status: 'active' } })
  })

  test('A14: a preview shows the configuration and stores nothing', async () => {
    const { act, see } = company()
    const preview = await act('preview-sync-source', {
      kind: 'JumpCloud',
      configuration: { memberDeletionRule: 'reject' },
    })
    expect(preview).toMatchObject({ memberDeletionRule: 'reject', identifyingAttributes: ['email'] })
    expect(preview).not.toHaveProperty('memberNotification')
    expect(await see('sync-sources')).toEqual({})
  })

  test('A15: an inactive source refuses connection tests and syncs with 403, an unknown token is 401', async () => {
    const { see, source } = company()
    const entra = await source({ activate: false })
    const test = await entra.send('get', '/Users?filter=userName eq "nobody"'.replaceAll(' ', '%20'))
    expect(test.body).toMatchObject({ status: '403', detail: expect.stringContaining('inactive') })
    expect((await entra.create(user('ana@contoso.example'))).status).toBe(403)
    expect((await entra.with('made-up').send('get', '/Users')).status).toBe(401)
    expect(await see('members')).toEqual({})
  })

  test('A16: a source is deactivated and activated again', async () => {
    const { act, source } = company()
    const entra = await source()
    await act('deactivate-sync-source', { source: entra.id })
    expect((await entra.send('get', '/Users')).status).toBe(403)
    await act('activate-sync-source', { source: entra.id })
    expect((await entra.send('get', '/Users')).status).toBe(200)
  })

  test('A16: an edit counts from the next request on, and stored members are not computed again', async () => {
    const { act, see, source } = company()
    const entra = await source({ workforceTypeRules: [{ employeeType: 'Regular', workforceType: 'old' }] })
    await entra.create(user('ana@contoso.example', { userType: 'Regular' }))
    const workforceTypeRules = [{ employeeType: 'Regular', workforceType: 'new' }]
    await act('edit-sync-source', { source: entra.id, set: { workforceTypeRules } })
    await entra.create(user('bo@contoso.example', { userType: 'Regular' }))
    expect(await see('members')).toMatchObject({
      'ana@contoso.example': { employeeType: 'old' },
      'bo@contoso.example': { employeeType: 'new' },
    })
  })

  test('A16: a deleted source is gone for good, its members stay and can be associated by another source', async () => {
    const { act, see, source } = company()
    const entra = await source()
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    await act('delete-sync-source', { source: entra.id })
    expect((await entra.send('get', '/Users')).status).toBe(401)
    expect(await see('sync-sources')).toEqual({})
    expect(await see('members')).toMatchObject({
      'ana@contoso.example': { id, status: 'Active', dataSource: 'SCIM', source: null },
    })
    const other = await source({ kind: 'JumpCloud' })
    expect(await other.find('userName eq "ana@contoso.example"')).toEqual([])
    expect((await other.create(user('ana@contoso.example'))).body.id).toBe(id)
  })
})

test('two sync sources of an organisation cannot have one name', async () => {
  const { act, source } = company()
  await source({ name: 'Headquarters' })
  const { id } = await source({ name: 'Branch' })
  await expect(act('add-sync-source', { kind: 'JumpCloud', name: 'branch' })).rejects.toThrow('already')
  await expect(act('edit-sync-source', { source: id, set: { name: 'headquarters' } })).rejects.toThrow('already')
})

describe('differences between the two pages', () => {
  test('A07: on the Entra ID page new members get a notification when the source says so', async () => {
    const { act, see, source } = company()
    await act('add-member', { name: 'Bo', email: 'bo@contoso.example' })
    const entra = await source({ memberNotification: true })
    await entra.create(user('ana@contoso.example'))
    await entra.create(user('bo@contoso.example'))
    expect(Object.values(await see('outbox'))).toMatchObject([{ kind: 'new member', to: 'ana@contoso.example' }])
  })

  test('A07: without the setting nobody is told, and the JumpCloud page does not have it', async () => {
    const { act, see, source } = company()
    const entra = await source()
    await entra.create(user('ana@contoso.example'))
    expect(await see('outbox')).toEqual({})
    const add = act('add-sync-source', { kind: 'JumpCloud', memberNotification: true })
    await expect(add).rejects.toThrow('Entra ID only')
  })
})

describe('the member deletion rule', () => {
  test.each([
    ['deactivate', 204, 200, 'Inactive'],
    ['delete', 204, 404, undefined],
    ['reject', 403, 200, 'Active'],
  ])('A08: %s answers a DELETE with %i and a later GET with %i', async (memberDeletionRule, answer, later, status) => {
    const { see, source } = company()
    const entra = await source({ memberDeletionRule })
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    expect((await entra.send('delete', `/Users/${id}`)).status).toBe(answer)
    const get = await entra.send('get', `/Users/${id}`)
    expect(get.status).toBe(later)
    if (later === 200) expect(get.body.active).toBe(status === 'Active')
    expect((await see('members'))['ana@contoso.example']?.status).toBe(status)
    expect(Object.keys(await see('deleted-members'))).toEqual(
      memberDeletionRule === 'delete' ? ['ana@contoso.example'] : [],
    )
  })

  test('A08: a rejected deletion is a failed line of the sync log', async () => {
    const { see, source } = company()
    const entra = await source({ memberDeletionRule: 'reject' })
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    await entra.send('delete', `/Users/${id}`)
    const [line] = Object.values(await see('sync-log', { result: 'failure' }))
    expect(line).toMatchObject({ action: 'refused', attempted: 'delete', objectId: id, name: 'ana@contoso.example' })
  })
})

describe('administrator notification', () => {
  const failing = { ...user('ana@contoso.example'), emails: [] }

  test('A09: the chosen administrators hear of a failure once, until a write succeeds or a day has passed', async () => {
    const { act, see, advance, source } = company()
    await act('add-administrator', { name: 'Bo', email: 'bo@contoso.example' })
    const entra = await source({ administratorNotification: ['bo@contoso.example'] })
    await entra.create(failing)
    await entra.create(failing)
    const told = { kind: 'sync failure', to: 'bo@contoso.example', text: expect.stringMatching(/^ana@.* Others whom /) }
    expect(Object.values(await see('outbox'))).toMatchObject([told])
    await advance('1d')
    await entra.create(failing)
    await entra.create(user('ok@contoso.example'))
    await entra.create(failing)
    expect(Object.values(await see('outbox'))).toHaveLength(3)
  })

  test('A09: of an expired token those hear who may configure the sync, whatever the setting says', async () => {
    const { act, see, source } = company()
    await act('add-administrator', { name: 'Bo', email: 'bo@contoso.example' })
    await act('add-administrator', { name: 'Cy', email: 'cy@contoso.example', permissions: ['Directory Sync'] })
    const entra = await source({ administratorNotification: ['bo@contoso.example'] })
    await act('expire-token', { source: entra.id })
    await entra.send('get', '/Users')
    await entra.send('get', '/Users')
    expect(Object.values(await see('outbox', { kind: 'token expired' })).map(({ to }) => to)).toEqual([
      'primary.administrator@default.example',
      'cy@contoso.example',
    ])
  })

  test('A09: whoever still shows a refreshed token is known as that source', async () => {
    const { act, see, source } = company()
    await act('add-administrator', { name: 'Bo', email: 'bo@contoso.example' })
    const entra = await source({ administratorNotification: ['bo@contoso.example'] })
    const { token = '' } = await act('refresh-token', { source: entra.id })
    await entra.send('get', '/Users')
    expect(Object.values(await see('outbox'))).toMatchObject([{ to: 'bo@contoso.example', source: entra.id }])
    await entra.with(token).send('get', '/Users')
    await entra.send('get', '/Users')
    expect(Object.values(await see('outbox'))).toHaveLength(2)
  })
})
