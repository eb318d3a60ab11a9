// What the public suites of Okta (SCIM 2.0 SPEC Test) and Microsoft (SCIM Validator) ask, in their order and with their spellings.
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { onEveryHost } from './service-provider.ts'

const okta = { accept: 'application/scim+json', 'content-type': 'application/scim+json; charset=utf-8' }

onEveryHost((open) => {
  test("Okta's required and optional steps are answered as they ask", async () => {
    const client = open()
    const body = {
      schemas: [urns.user],
      userName: 'Runscope300Abc@atko.com',
      name: { givenName: 'Runscope', familyName: 'User' },
      emails: [{ primary: true, value: 'Runscope300Abc@atko.com', type: 'work' }],
      displayName: 'Runscope User',
      active: true,
    }
    const byName = (name: string) => `/Users?filter=userName%20eq%20%22${name}%22`
    const absent = await client.get(byName('Runscope300Abc@atko.com'), okta)
    expect(absent.body).toMatchObject({ schemas: [urns.listResponse], totalResults: 0, Resources: [] })
    const created = await client.send('POST', '/Users', body, okta)
    expect([created.status, created.body]).toMatchObject([201, { ...body, id: expect.stringMatching(/./) }])
    const page = await client.get('/Users?count=1&startIndex=1', okta)
    expect(page.body).toMatchObject({ itemsPerPage: 1, startIndex: 1, totalResults: 1, Resources: [body] })
    expect((await client.get(`/Users/${created.body.id}`, okta)).body).toMatchObject(body)
    const invalid = await client.get('/Users/010101001010101011001010101011', okta)
    expect([invalid.status, invalid.body]).toMatchObject([404, { schemas: [urns.error], detail: expect.any(String) }])
    expect((await client.send('POST', '/Users', body, okta)).status).toBe(409)
    expect((await client.get(byName('RUNSCOPE300ABC@ATKO.COM'), okta)).body.totalResults).toBe(1)
    expect((await client.get('/Groups', okta)).body).toMatchObject({ schemas: [urns.listResponse], totalResults: 0 })
    expect((await client.get('/Groups/0', okta)).status).toBe(404)
    const put = await client.send('PUT', `/Users/${created.body.id}`, { ...created.body, active: false }, okta)
    expect([put.status, put.body.active]).toEqual([200, false])
  })

  const dialects: readonly [string, { update: object[]; disable: object; removal: (id: string) => object }][] = [
    [
      'legacy',
      {
        update: [
          { op: 'Add', path: 'nickName', value: 'Babs' },
          { op: 'Replace', path: 'emails[type eq "work"].value', value: 'updated@example.com' },
          { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '555' },
          { op: 'Replace', path: 'name.familyName', value: 'Updated' },
          { op: 'Add', path: `${urns.enterpriseUser}:department`, value: 'bob' },
        ],
        disable: { op: 'Replace', path: 'active', value: 'False' },
        removal: (id) => ({ op: 'Remove', path: 'members', value: [{ value: id }] }),
      },
    ],
    [
      'aadOptscim062020',
      {
        update: [
          { op: 'replace', path: 'emails[type eq "work"].value', value: 'updated@example.com' },
          { op: 'add', path: 'phoneNumbers[type eq "mobile"].value', value: '555' },
          {
            op: 'replace',
            value: { 'name.familyName': 'Updated', nickName: 'Babs', [`${urns.enterpriseUser}:department`]: 'bob' },
          },
        ],
        disable: { op: 'replace', path: 'active', value: false },
        removal: (id) => ({ op: 'remove', path: `members[value eq "${id}"]` }),
      },
    ],
  ]
  test.each(dialects)("Microsoft's steps are answered as they ask, in the %s dialect", async (_name, dialect) => {
    // Microsoft's samples of group PATCHes show 204.
    const client = open({ groupPatch: 'noContent' })
    const body = {
      schemas: [urns.user, urns.enterpriseUser],
      externalId: '22fbc523-6032-4c5f-939d-5d4850cf3e52',
      userName: 'barbara@example.com',
      active: true,
      emails: [{ primary: true, type: 'work', value: 'barbara@example.com' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Barbara', familyName: 'Jensen', givenName: 'Barbara' },
      roles: [],
    }
    const { body: created } = await client.create('/Users', body)
    const updated = await client.patch(`/Users/${created.id}`, ...dialect.update)
    expect(updated.body).toMatchObject({
      nickName: 'Babs',
      name: { familyName: 'Updated', givenName: 'Barbara' },
      emails: [{ primary: true, type: 'work', value: 'updated@example.com' }],
      phoneNumbers: [{ type: 'mobile', value: '555' }],
      [urns.enterpriseUser]: { department: 'bob' },
    })
    expect((await client.patch(`/Users/${created.id}`, dialect.disable)).body.active).toBe(false)
    const found = await client.get(`/Users?filter=externalId+eq+%22${body.externalId}%22`)
    expect(found.body.Resources).toMatchObject([{ id: created.id, active: false }])
    const legacySchema = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'
    const { status, body: group } = await client.create('/Groups', {
      schemas: [urns.group, legacySchema],
      externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
      displayName: 'Engineering',
      meta: { resourceType: 'Group' },
    })
    expect(status).toBe(201)
    const path = `/Groups/${group.id}`
    const add = { op: 'Add', path: 'members', value: [{ $ref: null, value: created.id }] }
    expect((await client.patch(path, add)).status).toBe(204)
    expect((await client.get(path)).body.members).toMatchObject([{ value: created.id }])
    const matched = await client.get('/Groups?excludedAttributes=members&filter=displayName+eq+%22engineering%22')
    expect(matched.body.Resources).toEqual([expect.not.objectContaining({ members: expect.anything() })])
    expect((await client.patch(path, dialect.removal(created.id))).status).toBe(204)
    expect((await client.get(path)).body).not.toHaveProperty('members')
    expect((await client.patch(path, { op: 'Replace', path: 'displayName', value: 'Renamed' })).status).toBe(204)
    expect((await client.send('DELETE', path)).status).toBe(204)
    expect((await client.send('DELETE', `/Users/${created.id}`)).status).toBe(204)
    expect((await client.get(`/Users/${created.id}`)).status).toBe(404)
  })
})
