import { describe, expect, test } from 'vitest'
import { company, enterprise, user } from './company.ts'

async function created(more: object, input: object = {}, options = {}) {
  const world = company(options)
  const entra = await world.source(input)
  const answer = await entra.create(user('ana@contoso.example', more))
  const members = await world.see('members')
  return { ...world, entra, answer, id: answer.body.id as string, member: members['ana@contoso.example'] }
}

describe('the attribute table', () => {
  test.each([
    ['B01', {}, { externalID: 'ana@contoso.example' }],
    ['B02', {}, { email: 'ana@contoso.example' }],
    ['B03', enterprise({ department: 'R&D' }), { department: 'R&D' }],
    ['B04', { displayName: 'Ana Ames' }, { name: 'Ana Ames' }],
    ['B05', enterprise({ employeeNumber: '42' }), { employeeID: '42' }],
    ['B07', { name: { givenName: 'Ana', familyName: 'Ames' } }, { firstName: 'Ana', lastName: 'Ames' }],
    ['B08', { title: 'Engineer' }, { jobTitle: 'Engineer' }],
    ['B09', { addresses: [{ type: 'work', country: 'DE' }] }, { workCountryOrRegion: 'DE' }],
    ['B10', { nickName: 'Annie' }, { anotherName: 'Annie' }],
    ['B11', { phoneNumbers: [{ type: 'work', value: '+1 555' }] }, { mobile: '+1 555' }],
    ['B12', { active: false }, { status: 'Inactive' }],
  ])('%s: the attribute arrives at the member', async (_id, sent, expected) => {
    const { member, answer } = await created(sent)
    expect(answer.status).toBe(201)
    expect(member).toMatchObject(expected)
  })

  test.each([
    ['B01', 'userName', { userName: undefined }],
    ['B02', 'emails[type eq "work"].value', { emails: [{ type: 'home', value: 'ana@contoso.example' }] }],
    ['B04', 'displayName', { displayName: undefined }],
  ])('%s: %s is required', async (_id, name, sent) => {
    const { answer, see } = await created(sent)
    expect(answer.body).toMatchObject({
      status: '400',
      scimType: 'invalidValue',
      detail: expect.stringContaining(name),
    })
    expect(await see('members')).toEqual({})
    expect(Object.values(await see('sync-log'))).toMatchObject([{ action: 'refused', result: 'failure' }])
  })

  test('SCIM answers return what the client wrote', async () => {
    const sent = {
      userType: 'Regular',
      phoneNumbers: [{ type: 'mobile', value: '+1' }],
      addresses: [{ type: 'work', country: 'US' }],
    }
    const rules = [{ employeeType: 'Regular', workforceType: 'regular employee' }]
    const { answer, member } = await created(sent, { workforceTypeRules: rules })
    expect(answer.body).toMatchObject(sent)
    expect(member).toMatchObject({ employeeType: 'regular employee', mobile: '+1', workCountryOrRegion: 'US' })
  })
})

describe('uniqueness in the organisation', () => {
  test('B01: a user name that is taken is a 409 on PATCH and PUT as on POST', async () => {
    const { source } = company()
    const entra = await source()
    const jumpcloud = await source({ kind: 'JumpCloud' })
    await jumpcloud.create(user('bo@contoso.example'))
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    const taken = { userName: 'BO@contoso.example', emails: [{ type: 'work', value: 'bo@contoso.example' }] }
    const patched = await entra.patch(id, { op: 'replace', value: taken })
    const put = await entra.send('put', `/Users/${id}`, user('bo@contoso.example'))
    expect([patched.body, put.body]).toMatchObject([
      { status: '409', scimType: 'uniqueness', detail: expect.stringContaining('userName') },
      { status: '409', scimType: 'uniqueness' },
    ])
  })

  test('B02: the email address of a member made by hand counts as well', async () => {
    const { act, source } = company()
    await act('add-member', { name: 'Bo', email: 'bo@contoso.example' })
    const entra = await source()
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    const answer = await entra.patch(id, {
      op: 'replace',
      value: { userName: 'bo@contoso.example', emails: [{ type: 'work', value: 'bo@contoso.example' }] },
    })
    expect(answer.body).toMatchObject({ scimType: 'uniqueness', detail: expect.stringContaining('emails') })
  })

  test('B05: an employee number that is taken is a 409 on POST, PATCH and PUT', async () => {
    const { source } = company()
    const entra = await source()
    const { id: holder } = (await entra.create(user('bo@contoso.example', enterprise({ employeeNumber: '42' })))).body
    const { id } = (await entra.create(user('ana@contoso.example'))).body
    await entra.patch(holder, { op: 'replace', path: 'active', value: false })
    const answers = [
      await entra.create(user('cy@contoso.example', enterprise({ employeeNumber: '42' }))),
      await entra.patch(id, { op: 'add', value: enterprise({ employeeNumber: '42' }) }),
      await entra.send('put', `/Users/${id}`, user('ana@contoso.example', enterprise({ employeeNumber: '42' }))),
    ]
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409])
  })

  test('B05: the number of a deleted member is free again', async () => {
    const { source } = company({ switches: { deletedMembers: 'ignore' } })
    const entra = await source({ memberDeletionRule: 'delete' })
    const { id } = (await entra.create(user('bo@contoso.example', enterprise({ employeeNumber: '42' })))).body
    await entra.send('delete', `/Users/${id}`)
    expect((await entra.create(user('ana@contoso.example', enterprise({ employeeNumber: '42' })))).status).toBe(201)
  })
})

describe('departments and job titles', () => {
  test('B03: a department that does not exist is created with data source SCIM, once', async () => {
    const { act, see, source } = company()
    await act('add-department', { name: 'Sales' })
    const entra = await source()
    await entra.create(user('ana@contoso.example', enterprise({ department: 'R&D' })))
    await entra.create(user('bo@contoso.example', enterprise({ department: 'r&d' })))
    await entra.create(user('cy@contoso.example', enterprise({ department: 'Sales' })))
    expect(await see('departments')).toMatchObject({
      Sales: { dataSource: 'Lark Admin Console', members: 1 },
      'R&D': { dataSource: 'SCIM', members: 2 },
    })
    expect(Object.values(await see('sync-log', { object: 'department' }))).toMatchObject([
      { action: 'created', name: 'R&D' },
    ])
  })

  test('B08: a job title is created like a department', async () => {
    const { act, see, source } = company()
    await act('add-job-title', { name: 'Clerk' })
    const entra = await source()
    await entra.create(user('ana@contoso.example', { title: 'Engineer' }))
    await entra.create(user('bo@contoso.example', { title: 'Clerk' }))
    expect(await see('job-titles')).toMatchObject({
      Clerk: { dataSource: 'Lark Admin Console', members: 1 },
      Engineer: { dataSource: 'SCIM', members: 1 },
    })
  })

  test('B03: a department that is no longer sent is taken off the member, and stays', async () => {
    const { entra, id, see } = await created(enterprise({ department: 'R&D' }))
    await entra.patch(id, {
      op: 'remove',
      path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
    })
    expect((await see('members'))['ana@contoso.example']).not.toHaveProperty('department')
    expect(await see('departments')).toMatchObject({ 'R&D': { members: 0 } })
  })
})

describe('workforce types', () => {
  const workforceTypeRules = [{ employeeType: 'Regular', workforceType: 'regular employee' }]

  test('B06: userType goes through the workforce-type rules', async () => {
    const { member } = await created({ userType: 'Regular' }, { workforceTypeRules })
    expect(member?.employeeType).toBe('regular employee')
  })

  test('A06: a type without a rule leaves the workforce type unset and says so in the sync log', async () => {
    const { answer, member, see } = await created({ userType: 'Alien' }, { workforceTypeRules })
    expect(answer.status).toBe(201)
    expect(member).not.toHaveProperty('employeeType')
    const [line] = Object.values(await see('sync-log'))
    expect(line?.details).toEqual([expect.stringContaining('"Alien"')])
  })
})

describe('country', () => {
  test.each(['USA', 'Germany', 'us', 'XX', ''.padEnd(3)])(
    'B09: an Entra ID source refuses %j unless it is blank',
    async (value) => {
      const { answer } = await created({ addresses: [{ type: 'work', country: value }] })
      if (value.trim() === '') expect(answer.status).toBe(201)
      else {
        expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
        expect(answer.body.detail).toContain(JSON.stringify(value))
        expect(answer.body.detail).toContain('"US"')
      }
    },
  )

  test('B09: a JumpCloud source stores the country as it comes', async () => {
    const { answer, member } = await created(
      { addresses: [{ type: 'work', country: 'Germany' }] },
      { kind: 'JumpCloud' },
    )
    expect(answer.status).toBe(201)
    expect(member?.workCountryOrRegion).toBe('Germany')
  })

  test.each([
    [
      [
        { type: 'home', country: 'FR', primary: true },
        { type: 'work', country: 'DE' },
      ],
      'DE',
    ],
    [
      [
        { type: 'home', country: 'FR' },
        { type: 'other', country: 'DE', primary: true },
      ],
      'DE',
    ],
    [
      [
        { type: 'home', country: 'FR' },
        { type: 'other', country: 'DE' },
      ],
      'FR',
    ],
  ])('B09: of several addresses work counts, else primary, else the first: %j', async (addresses, country) => {
    expect((await created({ addresses })).member?.workCountryOrRegion).toBe(country)
  })
})

describe('phone numbers', () => {
  const both = [
    { type: 'mobile', value: '+1 mobile' },
    { type: 'work', value: '+1 work' },
  ]
  const mobile = [{ type: 'mobile', value: '+1 mobile' }]

  test.each([
    ['workThenMobile', both, '+1 work'],
    ['workThenMobile', mobile, '+1 mobile'],
    ['workOnly', both, '+1 work'],
    ['workOnly', mobile, undefined],
  ])('B11: with %s the mobile comes from the right number', async (phoneTypes, phoneNumbers, expected) => {
    const { member } = await created({ phoneNumbers }, {}, { switches: { phoneTypes } })
    expect(member?.mobile).toBe(expected)
  })
})

describe('status', () => {
  test('B12: active false makes the member Inactive, active true makes it Active again', async () => {
    const { entra, id, see } = await created({})
    await entra.patch(id, { op: 'Replace', path: 'active', value: 'False' })
    expect(await see('members')).toMatchObject({ 'ana@contoso.example': { status: 'Inactive' } })
    expect((await entra.send('get', `/Users/${id}`)).body.active).toBe(false)
    await entra.patch(id, { op: 'Replace', path: 'active', value: 'True' })
    expect(await see('members')).toMatchObject({ 'ana@contoso.example': { status: 'Active' } })
    const actions = Object.values(await see('sync-log')).map(({ action }) => action)
    expect(actions).toEqual(['created', 'deactivated', 'reactivated'])
  })

  test('B12: a PUT without active leaves the status alone', async () => {
    const { entra, id, see } = await created({ active: false })
    await entra.send('put', `/Users/${id}`, user('ana@contoso.example', { active: undefined, title: 'x' }))
    expect(await see('members')).toMatchObject({ 'ana@contoso.example': { status: 'Inactive', jobTitle: 'x' } })
  })
})

describe('userName and the work email address', () => {
  test('B13: different values fail that user with 400 and a failed line', async () => {
    const { answer, see } = await created({ emails: [{ type: 'work', value: 'other@contoso.example' }] })
    expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
    expect(Object.values(await see('sync-log'))).toMatchObject([
      { result: 'failure', reason: expect.stringContaining('must be the same'), attempted: 'create' },
    ])
  })

  test('B13: case does not count', async () => {
    const { answer } = await created({ emails: [{ type: 'work', value: 'Ana@Contoso.Example' }] })
    expect(answer.status).toBe(201)
  })

  test('B13: what counts is the resource after the whole PATCH', async () => {
    const { entra, id } = await created({})
    const half = await entra.patch(id, { op: 'replace', path: 'userName', value: 'ana.new@contoso.example' })
    expect(half.status).toBe(400)
    const whole = await entra.patch(
      id,
      { op: 'replace', path: 'userName', value: 'ana.new@contoso.example' },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'ana.new@contoso.example' },
    )
    expect(whole.status).toBe(200)
  })
})

test('B14: externalId is stored and can be filtered on', async () => {
  const { entra, answer } = await created({ externalId: '11111111-aaaa' })
  expect(answer.body.externalId).toBe('11111111-aaaa')
  expect(await entra.find('externalId eq "11111111-aaaa"')).toMatchObject([{ id: answer.body.id }])
})

describe('PUT', () => {
  test('B15: a PUT that omits or nulls the work email address and displayName keeps them', async () => {
    const { entra, id } = await created({ displayName: 'Ana Ames', title: 'Engineer' }, { kind: 'JumpCloud' })
    const body = {
      id,
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'ana@contoso.example',
      emails: null,
    }
    const put = await entra.send('put', `/Users/${id}`, {
      ...body,
      active: true,
      name: { familyName: 'l', givenName: 'f' },
    })
    expect(put.status).toBe(200)
    expect(put.body).toMatchObject({
      displayName: 'Ana Ames',
      emails: [{ type: 'work', value: 'ana@contoso.example' }],
    })
    expect(put.body).not.toHaveProperty('title')
  })
})

describe('user groups', () => {
  const group = (displayName: string, ...members: string[]) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName,
    members: members.map((value) => ({ value })),
  })

  test('B16: a group becomes a user group with data source SCIM, renamed and deleted over SCIM', async () => {
    const { entra, id, see } = await created({})
    const made = await entra.send('post', '/Groups', { ...group('Sales', id), externalId: 'g-1' })
    expect(await see('user-groups')).toMatchObject({
      Sales: { dataSource: 'SCIM', members: ['ana@contoso.example'], externalId: 'g-1' },
    })
    const rename = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'displayName', value: 'EMEA' }],
    }
    await entra.send('patch', `/Groups/${made.body.id}`, rename)
    expect(Object.keys(await see('user-groups'))).toEqual(['EMEA'])
    expect((await entra.send('delete', `/Groups/${made.body.id}`)).status).toBe(204)
    expect(await see('user-groups')).toEqual({})
    expect(Object.keys(await see('members'))).toEqual(['ana@contoso.example'])
    const actions = Object.values(await see('sync-log', { object: 'user group' })).map(({ action }) => action)
    expect(actions).toEqual(['created', 'changed', 'deleted'])
  })

  test('B16: the name is required and unique in the organisation', async () => {
    const { source } = company()
    const entra = await source()
    const jumpcloud = await source({ kind: 'JumpCloud' })
    await entra.send('post', '/Groups', group('Sales'))
    expect((await jumpcloud.send('post', '/Groups', group('sales'))).body).toMatchObject({ scimType: 'uniqueness' })
    const nameless = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'] }
    expect((await entra.send('post', '/Groups', nameless)).body).toMatchObject({ scimType: 'invalidValue' })
  })

  test('B16: only members of this source can be members', async () => {
    const { act, source } = company()
    const byHand = await act('add-member', { name: 'Bo', email: 'bo@contoso.example' })
    const entra = await source()
    const answer = await entra.send('post', '/Groups', group('Sales', byHand.id ?? ''))
    expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
  })

  test('B16: a user group made by hand is associated, and its members stay', async () => {
    const { act, see, source } = company()
    await act('add-member', { name: 'Bo', email: 'bo@contoso.example' })
    const byHand = await act('add-user-group', { name: 'Sales', members: ['bo@contoso.example'] })
    const entra = await source()
    const ana = (await entra.create(user('ana@contoso.example'))).body.id
    const made = await entra.send('post', '/Groups', group('Sales', ana))
    expect(made.status).toBe(201)
    expect(made.body.id).toBe(byHand.id)
    expect(made.body.members).toMatchObject([{ value: ana }])
    await entra.send('put', `/Groups/${made.body.id}`, group('Sales'))
    expect(await see('user-groups')).toMatchObject({ Sales: { members: ['bo@contoso.example'] } })
  })

  test('B16: a DELETE is not subject to the member deletion rule', async () => {
    const { source } = company()
    const entra = await source({ memberDeletionRule: 'reject' })
    const { id } = (await entra.send('post', '/Groups', group('Sales'))).body
    expect((await entra.send('delete', `/Groups/${id}`)).status).toBe(204)
  })
})
