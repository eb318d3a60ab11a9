import { describe, expect, test } from 'vitest'
import { company, enterprise, user } from './company.ts'

describe('whom a create means', () => {
  test('A11: a created user is associated with the member of the same email address and keeps its id', async () => {
    const { act, see, source } = company()
    const ana = await act('add-member', {
      name: 'Ana',
      email: 'ana@contoso.example',
      department: 'Sales',
      mobile: '+1 555',
    })
    const entra = await source()
    expect(await entra.find('userName eq "ana@contoso.example"')).toEqual([])
    const created = await entra.create(
      user('ana@contoso.example', { title: 'Engineer', ...enterprise({ department: 'R&D' }) }),
    )
    expect(created.status).toBe(201)
    expect(created.body.id).toBe(ana.id)
    const members = await see('members')
    expect(Object.keys(members)).toEqual(['ana@contoso.example'])
    const now = { dataSource: 'SCIM', department: 'R&D', jobTitle: 'Engineer', mobile: '+1 555' }
    expect(members['ana@contoso.example']).toMatchObject(now)
    const [line] = Object.values(await see('sync-log', { object: 'member' }))
    expect(line).toMatchObject({ action: 'associated', objectId: ana.id, department: 'R&D', jobTitle: 'Engineer' })
  })

  test('A11: with email switched off the create is a 409 on the email address (B02)', async () => {
    const { act, see, source } = company()
    await act('add-member', { name: 'Ana', email: 'ana@contoso.example' })
    const entra = await source({ identifyingAttributes: [] })
    const created = await entra.create(user('ana@contoso.example'))
    expect(created.body).toMatchObject({ status: '409', scimType: 'uniqueness' })
    expect(await see('members')).toMatchObject({ 'ana@contoso.example': { dataSource: 'Lark Admin Console' } })
  })

  test('A10: the user name is asked before the other attributes', async () => {
    const { act, source } = company()
    const byName = await act('add-member', { name: 'Ana', externalID: 'ana@contoso.example' })
    const entra = await source({ identifyingAttributes: ['employee number'] })
    await act('add-member', { name: 'Other', employeeID: '7' })
    const created = await entra.create(user('ana@contoso.example', enterprise({ employeeNumber: '42' })))
    expect(created.body.id).toBe(byName.id)
  })

  test.each([
    ['employee number', { employeeID: '42' }, enterprise({ employeeNumber: '42' })],
    ['mobile', { mobile: '+1 (555) 0100' }, { phoneNumbers: [{ type: 'mobile', value: 'tel:+1-555-0100' }] }],
  ])('A10: where the user name finds nobody, the chosen %s does', async (attribute, known, sent) => {
    const { act, source } = company()
    const { id } = await act('add-member', { name: 'Ana', email: 'old@contoso.example', ...known })
    const entra = await source({ identifyingAttributes: [attribute] })
    const created = await entra.create(user('ana@contoso.example', sent))
    expect(created.status).toBe(201)
    expect(created.body.id).toBe(id)
  })

  test('A10: an attribute that was not chosen identifies nobody', async () => {
    const { act, see, source } = company()
    await act('add-member', { name: 'Ana', email: 'old@contoso.example', mobile: '+15550100' })
    const entra = await source()
    await entra.create(user('ana@contoso.example', { phoneNumbers: [{ type: 'work', value: '+15550100' }] }))
    expect(Object.keys(await see('members'))).toEqual(['old@contoso.example', 'ana@contoso.example'])
  })

  test('A12: an active member that this source manages is a 409', async () => {
    const { source } = company()
    const entra = await source()
    await entra.create(user('ana@contoso.example'))
    const again = await entra.create(user('ANA@contoso.example'))
    expect(again.body).toMatchObject({ status: '409', scimType: 'uniqueness' })
    expect(again.body.detail).toContain('managed by this sync source')
  })

  test('A12: a member made inactive by a SCIM DELETE returns under its old id', async () => {
    const { see, source } = company()
    const entra = await source()
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    await entra.send('delete', `/Users/${id}`)
    const again = await entra.create(user('ana@contoso.example', { title: 'Boss' }))
    expect(again.status).toBe(201)
    expect(again.body.id).toBe(id)
    expect(await see('members')).toMatchObject({ 'ana@contoso.example': { status: 'Active', jobTitle: 'Boss' } })
    expect(Object.values(await see('sync-log', { action: 'returned' }))).toHaveLength(1)
  })

  test('A12: a member made inactive by the sync itself is a 409 that says what to do', async () => {
    const { source } = company()
    const entra = await source()
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    await entra.patch(id, { op: 'replace', path: 'active', value: false })
    const again = await entra.create(user('ana@contoso.example'))
    expect(again.status).toBe(409)
    expect(again.body.detail).toContain('set active to true')
  })

  test('A12: two different members through two attributes are a 409 that names both', async () => {
    const { act, see, source } = company()
    await act('add-member', { name: 'Ana', email: 'ana@contoso.example' })
    await act('add-member', { name: 'Bo', email: 'bo@contoso.example', employeeID: '42' })
    const entra = await source({ identifyingAttributes: ['email', 'employee number'] })
    const created = await entra.create(user('ana@contoso.example', enterprise({ employeeNumber: '42' })))
    expect(created.body).toMatchObject({ status: '409', scimType: 'uniqueness' })
    expect(created.body.detail).toContain('"ana@contoso.example" and "bo@contoso.example"')
    const untouched = { dataSource: 'Lark Admin Console', source: null }
    expect(await see('members')).toMatchObject({ 'ana@contoso.example': untouched, 'bo@contoso.example': untouched })
  })
})

describe('deleted members', () => {
  async function withDeletedAna(options = {}) {
    const world = company(options)
    const ana = await world.act('add-member', { name: 'Ana Old', email: 'ana@contoso.example' })
    await world.act('delete-member', { member: 'ana@contoso.example' })
    return { ...world, ana, entra: await world.source() }
  }

  test('A13: a create that matches only a deleted member restores it, with a warning in the sync log', async () => {
    const { see, ana, entra } = await withDeletedAna()
    const created = await entra.create(user('ana@contoso.example'))
    expect(created.status).toBe(201)
    expect(created.body.id).toBe(ana.id)
    const [line] = Object.values(await see('sync-log', { action: 'restored' }))
    expect(line?.warning).toContain('deleted member')
    expect(await see('deleted-members')).toEqual({})
  })

  test('A13: after a purge it is a new member', async () => {
    const { act, see, ana, entra } = await withDeletedAna()
    await act('purge-deleted-member', { member: 'ana@contoso.example' })
    const created = await entra.create(user('ana@contoso.example'))
    expect(created.body.id).not.toBe(ana.id)
    expect(Object.values(await see('sync-log', { object: 'member' }))).toMatchObject([
      { action: 'created', warning: null },
    ])
  })

  test.each([
    ['conflict', 409],
    ['ignore', 201],
  ])(
    'A13: with the switch deletedMembers at %s the answer is %i and nobody is restored',
    async (deletedMembers, status) => {
      const { see, ana, entra } = await withDeletedAna({ switches: { deletedMembers } })
      const created = await entra.create(user('ana@contoso.example'))
      expect(created.status).toBe(status)
      expect(created.body.id).not.toBe(ana.id)
      expect(Object.keys(await see('deleted-members'))).toEqual(['ana@contoso.example'])
    },
  )

  test('A13: after 30 days nothing is left to restore', async () => {
    const { see, advance, ana, entra } = await withDeletedAna()
    await advance('30d')
    expect(await see('deleted-members')).toEqual({})
    expect((await entra.create(user('ana@contoso.example'))).body.id).not.toBe(ana.id)
  })

  test('A13: a restored member of a sync keeps nothing that the new resource does not say', async () => {
    const { see, source } = company()
    const entra = await source({ memberDeletionRule: 'delete' })
    const { id } = (await entra.create(user('bo@contoso.example', { title: 'Boss' }))).body
    await entra.send('delete', `/Users/${id}`)
    expect((await entra.create(user('bo@contoso.example'))).body.id).toBe(id)
    expect((await see('members'))['bo@contoso.example']).not.toHaveProperty('jobTitle')
  })
})

describe('what a source sees', () => {
  test('A17: members made by hand are invisible over SCIM until a create associates them', async () => {
    const { act, source } = company()
    const { id } = await act('add-member', {
      name: 'Ana',
      email: 'ana@contoso.example',
      externalID: 'ana@contoso.example',
    })
    const entra = await source()
    expect(await entra.find('userName eq "ana@contoso.example"')).toEqual([])
    expect((await entra.send('get', `/Users/${id}`)).status).toBe(404)
    await entra.create(user('ana@contoso.example'))
    expect((await entra.send('get', `/Users/${id}`)).status).toBe(200)
  })

  test("A17: another source's member is a 409 that names the source, and 404 by id", async () => {
    const { see, source } = company()
    const entra = await source({ name: 'Entra' })
    const jumpcloud = await source({ kind: 'JumpCloud', name: 'JumpCloud' })
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    const created = await jumpcloud.create(user('ana@contoso.example'))
    expect(created.body).toMatchObject({ status: '409', scimType: 'uniqueness' })
    expect(created.body.detail).toContain('"Entra"')
    const answers = await Promise.all([
      jumpcloud.send('get', `/Users/${id}`),
      jumpcloud.send('put', `/Users/${id}`, user('ana@contoso.example')),
      jumpcloud.patch(id, { op: 'replace', path: 'title', value: 'x' }),
      jumpcloud.send('delete', `/Users/${id}`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(await see('members')).toMatchObject({ 'ana@contoso.example': { source: 'Entra', status: 'Active' } })
  })

  test('A17: organisations are isolated from each other', async () => {
    const { see, source } = company()
    const here = await source()
    const there = await source({ organisation: 'fabrikam' })
    await here.create(user('ana@contoso.example'))
    expect((await there.create(user('ana@contoso.example'))).status).toBe(201)
    expect((await here.with(there.token).send('get', '/Users')).status).toBe(401)
    expect(Object.keys(await see('members', { organisation: 'fabrikam' }))).toEqual(['ana@contoso.example'])
  })
})
