// What every endpoint of the examples must do, in whatever language it is written: RFC 7643 and RFC 7644, and the forms in which
// Entra ID and JumpCloud write.
import { expect } from 'vitest'
import {
  ENTERPRISE,
  emailsOf,
  filtered,
  freshName,
  type Json,
  memberIds,
  personBody,
  resourcesIn,
  type Scim,
  USER,
} from './scim-client.ts'

type Case = readonly [title: string, run: (scim: Scim) => Promise<void>]

async function read(scim: Scim, { id }: { id: string }, kind = 'Users'): Promise<Json> {
  return (await scim.get(`/${kind}/${id}`)).body
}

async function patched(scim: Scim, ...operations: Json[]): Promise<Json> {
  const person = await scim.person()
  const answer = await scim.patch(`/Users/${person.id}`, ...operations)
  expect([200, 204], answer.text).toContain(answer.status)
  return read(scim, person)
}

async function found(scim: Scim, filter: string, kind = 'Users'): Promise<unknown[]> {
  const answer = await scim.get(`/${kind}?${filtered(filter)}`)
  expect(answer.status, answer.text).toBe(200)
  return resourcesIn(answer).map(({ id }) => id)
}

const connection: Case[] = [
  [
    'a wrong token is 401 with a SCIM error',
    async (scim) => {
      const answer = await scim.send('GET', '/Users', { headers: { authorization: 'Bearer wrong' } })
      expect(answer.status).toBe(401)
      expect(answer.body).toMatchObject({ status: '401' })
    },
  ],
  ['two slashes in a row are folded', async (scim) => expect((await scim.get('//Users?count=1')).status).toBe(200)],
  [
    'what is not there is 404 with a SCIM error',
    async (scim) => {
      for (const path of ['/Users/nobody', '/Groups/nobody', '/Nothing']) {
        const answer = await scim.get(path)
        expect(answer.status).toBe(404)
        expect(answer.body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '404' })
      }
    },
  ],
  [
    'both media types are taken, with and without charset',
    async (scim) => {
      for (const type of ['application/scim+json', 'application/json', 'application/scim+json; charset=utf-8']) {
        const answer = await scim.send('POST', '/Users', { body: personBody(), headers: { 'content-type': type } })
        expect(answer.status, type).toBe(201)
      }
    },
  ],
  [
    'broken JSON, a body that is not an object, and one that is very deep are 400',
    async (scim) => {
      const deep = `{"userName":"x","name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
      for (const body of ['{"userName":', '[]', '"text"', deep]) {
        expect((await scim.send('POST', '/Users', { body })).status, body.slice(0, 40)).toBe(400)
      }
    },
  ],
  [
    'names that JavaScript has a meaning for are names like others',
    async (scim) => {
      const body = `{"userName":"${freshName()}","__proto__":{"title":"x"},"constructor":1}`
      const made = await scim.send('POST', '/Users', { body })
      expect(made.status).toBe(201)
      expect(made.body).not.toHaveProperty('title')
      expect((await scim.person()).title).toBe('Engineer')
    },
  ],
  [
    'the discovery endpoints are there',
    async (scim) => {
      expect((await scim.get('/ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true } })
      const types = resourcesIn(await scim.get('/ResourceTypes')).map(({ name }) => name)
      expect(types).toEqual(expect.arrayContaining(['User', 'Group']))
      const schemas = resourcesIn(await scim.get('/Schemas')).map(({ id }) => id)
      expect(schemas).toEqual(expect.arrayContaining([USER, ENTERPRISE]))
      expect((await scim.get(`/Schemas/${USER}`)).status).toBe(200)
      expect((await scim.get(`/Schemas/${encodeURIComponent(USER)}`)).status).toBe(200)
    },
  ],
]

const people: Case[] = [
  [
    'a create is 201 with Location, id as text, meta and what was sent',
    async (scim) => {
      const sent = personBody()
      const answer = await scim.post('/Users', sent)
      expect(answer.status).toBe(201)
      const { schemas: _schemas, ...attributes } = sent
      expect(answer.body).toMatchObject(attributes)
      expect(typeof answer.body.id).toBe('string')
      expect(answer.headers.get('content-type')).toContain('application/scim+json')
      expect(answer.headers.get('location')).toBe(`${scim.url}/Users/${answer.body.id}`)
      expect(answer.body.meta).toMatchObject({ resourceType: 'User', location: answer.headers.get('location') })
    },
  ],
  [
    'a person needs a userName, and nothing else',
    async (scim) => {
      expect((await scim.post('/Users', { schemas: [USER], displayName: 'X' })).status).toBe(400)
      expect((await scim.post('/Users', { userName: freshName() })).status).toBe(201)
    },
  ],
  [
    'ids, meta, groups and unknown attributes of a client are ignored, and a password is never answered',
    async (scim) => {
      const answer = await scim.post(
        '/Users',
        personBody({ id: 'mine', meta: {}, groups: [{ value: 'x' }], shoe: 42, password: 'pa55' }),
      )
      expect(answer.status).toBe(201)
      expect(answer.body.id).not.toBe('mine')
      expect(answer.text).not.toContain('pa55')
    },
  ],
  [
    'a second person of a userName, in whatever case, is 409 uniqueness, also by PUT and PATCH',
    async (scim) => {
      const first = await scim.person()
      const other = await scim.person()
      const userName = first.userName.toUpperCase()
      for (const answer of [
        await scim.post('/Users', personBody({ userName })),
        await scim.put(`/Users/${other.id}`, personBody({ userName })),
        await scim.patch(`/Users/${other.id}`, { op: 'replace', path: 'userName', value: userName }),
      ]) {
        expect(answer.status).toBe(409)
        expect(answer.body).toMatchObject({ scimType: 'uniqueness', status: '409' })
      }
      expect((await read(scim, other)).userName).toBe(other.userName)
    },
  ],
  [
    'letters of all languages come back as they were sent',
    async (scim) => {
      const name = { givenName: 'Zoë', familyName: 'Nguyễn-O’Neil 王' }
      expect(await read(scim, await scim.person({ name }))).toMatchObject({ name })
    },
  ],
  [
    'DELETE is 204, then 404, and the userName is free again',
    async (scim) => {
      const person = await scim.person()
      expect((await scim.delete(`/Users/${person.id}`)).status).toBe(204)
      expect((await scim.get(`/Users/${person.id}`)).status).toBe(404)
      expect((await scim.delete(`/Users/${person.id}`)).status).toBe(404)
      expect((await scim.post('/Users', personBody({ userName: person.userName }))).status).toBe(201)
    },
  ],
  [
    'an inactive person is there, is found, and can return',
    async (scim) => {
      const person = await scim.person({ active: false })
      expect(await read(scim, person)).toMatchObject({ active: false })
      expect(await found(scim, `userName eq "${person.userName}"`)).toEqual([person.id])
      await scim.patch(`/Users/${person.id}`, { op: 'replace', path: 'active', value: true })
      expect(await read(scim, person)).toMatchObject({ active: true })
    },
  ],
]

const lists: Case[] = [
  [
    'pages begin where they are asked to, and hold what they say',
    async (scim) => {
      for (let made = 0; made < 3; made += 1) await scim.person()
      const all = await scim.get('/Users?startIndex=1&count=200')
      const second = await scim.get('/Users?startIndex=2&count=1')
      expect(second.body).toMatchObject({ startIndex: 2, itemsPerPage: 1, totalResults: all.body.totalResults })
      expect(resourcesIn(second)).toEqual([resourcesIn(all)[1]])
      expect((await scim.get('/Users?count=0')).body).toMatchObject({
        itemsPerPage: 0,
        totalResults: all.body.totalResults,
      })
      expect(resourcesIn(await scim.get('/Users?startIndex=100000'))).toEqual([])
      expect((await scim.get('/Users?startIndex=0&count=1')).body).toMatchObject({ startIndex: 1 })
    },
  ],
  [
    'attributes and excludedAttributes choose what is answered; id always is',
    async (scim) => {
      const { id, userName } = await scim.person()
      const { body } = await scim.get(`/Users/${id}?attributes=userName,name.givenName`)
      expect(body).toMatchObject({ id, userName, name: { givenName: 'Ana' } })
      expect(body).not.toHaveProperty('title')
      expect(body.name).not.toHaveProperty('familyName')
      const rest = (await scim.get(`/Users/${id}?excludedAttributes=title,${ENTERPRISE}:department,id`)).body
      expect(rest).toMatchObject({ id, userName })
      expect(rest).not.toHaveProperty('title')
      expect(JSON.stringify(rest)).not.toContain('Sales')
    },
  ],
  [
    'filters find by each operator, without regard to case',
    async (scim) => {
      const title = `Title ${freshName()} x`
      const one = await scim.person({ title, nickName: 'Annie' })
      const two = await scim.person({ title, active: false })
      const both = [one.id, two.id]
      for (const [filter, ids] of [
        [`title eq "${title.toUpperCase()}"`, both],
        [`title sw "${title.slice(0, -2)}"`, both],
        [`title co "${title.slice(1, -1)}"`, both],
        [`title eq "${title}" and nickName pr`, [one.id]],
        [`title eq "${title}" and not (nickName pr)`, [two.id]],
        [`title eq "${title}" and active eq false`, [two.id]],
        [`title eq "${title}" and nickName ne "annie"`, [two.id]],
        [`userName eq "${one.userName}" or userName eq "${two.userName}"`, both],
        [`(userName eq "${one.userName}" or userName eq "${two.userName}") and active eq true`, [one.id]],
        [`USERNAME EQ "${one.userName.toUpperCase()}"`, [one.id]],
        [`externalId eq "${one.externalId}"`, [one.id]],
        [`emails.value eq "${one.userName}"`, [one.id]],
        [`emails[type eq "work"].value eq "${one.userName}"`, [one.id]],
        [`emails[type eq "work" and value co "${one.userName}"]`, [one.id]],
        [`emails[type eq "home" and value co "${one.userName}"]`, []],
        [`${USER}:userName eq "${one.userName}"`, [one.id]],
        [`title eq "${title}" and ${ENTERPRISE}:department eq "sales"`, both],
        [`userName eq "nobody-at-all"`, []],
        [`shoeSize eq "42"`, []],
      ] as const) {
        expect(await found(scim, filter), filter).toEqual(ids)
      }
    },
  ],
  [
    'values with an apostrophe, quotes and letters of other scripts are found',
    async (scim) => {
      for (const displayName of [
        "Ana O'Neil",
        'Ana "Annie" Souza',
        'Łukasz 王',
        'a\\b',
        'x+y & z',
        'why?',
        '100 %',
        '#1 = a',
      ]) {
        const { id } = await scim.person({ displayName: `${displayName} ${freshName()}` })
        const shown = String((await read(scim, { id })).displayName)
        expect(await found(scim, `displayName eq ${JSON.stringify(shown)}`), shown).toEqual([id])
      }
    },
  ],
  [
    'a filter that is not understood is 400 invalidFilter',
    async (scim) => {
      for (const filter of [
        'userName',
        'userName is "x"',
        'userName eq',
        '(userName eq "x"',
        'userName eq "x" and',
        '"x"',
      ]) {
        const answer = await scim.get(`/Users?${filtered(filter)}`)
        expect(answer.status, filter).toBe(400)
        expect(answer.body, filter).toMatchObject({ scimType: 'invalidFilter' })
      }
    },
  ],
]

const disabled: readonly Json[] = [
  { op: 'replace', path: 'active', value: false },
  { op: 'Replace', path: 'active', value: 'False' },
  { op: 'Replace', path: 'active', value: 'false' },
  { op: 'replace', value: { active: false } },
  { op: 'Add', path: `${USER}:active`, value: 'False' },
]

const patches: Case[] = [
  [
    'active goes off in every form that is sent, and nothing else changes',
    async (scim) => {
      for (const operation of disabled) {
        expect(await patched(scim, operation), JSON.stringify(operation)).toMatchObject({
          active: false,
          title: 'Engineer',
        })
      }
    },
  ],
  [
    'operations of one PATCH are done in order, whatever their case',
    async (scim) => {
      const after = await patched(
        scim,
        { op: 'Replace', path: 'title', value: 'Lead' },
        { op: 'ADD', path: 'nickName', value: 'Annie' },
        { op: 'Remove', path: 'displayName' },
        { op: 'replace', path: 'title', value: 'Head' },
      )
      expect(after).toMatchObject({ title: 'Head', nickName: 'Annie' })
      expect(after).not.toHaveProperty('displayName')
    },
  ],
  [
    'an object without a path may have dotted, filtered and URN keys',
    async (scim) => {
      const after = await patched(scim, {
        op: 'replace',
        value: {
          title: 'Head',
          'name.givenName': 'Bea',
          'emails[type eq "work"].value': 'new@example.com',
          [`${ENTERPRISE}:department`]: 'Support',
          [ENTERPRISE]: { costCenter: '42' },
          shoe: 1,
        },
      })
      expect(after).toMatchObject({
        title: 'Head',
        name: { givenName: 'Bea', familyName: 'Souza' },
        [ENTERPRISE]: { department: 'Support', costCenter: '42' },
      })
      expect(emailsOf(after)).toMatchObject({ work: 'new@example.com', home: expect.stringContaining('home.example') })
    },
  ],
  [
    'one value of several changes by its filter, and the others stay',
    async (scim) => {
      const changed = await patched(scim, {
        op: 'Replace',
        path: 'emails[type eq "work"].value',
        value: 'new@example.com',
      })
      expect(emailsOf(changed)).toMatchObject({
        work: 'new@example.com',
        home: expect.stringContaining('home.example'),
      })
      const removed = await patched(scim, { op: 'remove', path: 'emails[type eq "home"]' })
      expect(Object.keys(emailsOf(removed))).toEqual(['work'])
    },
  ],
  [
    'adding to a filtered path makes the element that the filter describes',
    async (scim) => {
      const after = await patched(
        scim,
        { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+351 1' },
        { op: 'Add', path: 'roles[primary eq "True"].value', value: 'admin' },
        { op: 'Add', path: 'addresses[type eq "work"].country', value: 'PT' },
        { op: 'Add', path: 'addresses[type eq "work"].locality', value: 'Porto' },
      )
      expect(after).toMatchObject({
        phoneNumbers: [{ type: 'mobile', value: '+351 1' }],
        roles: [{ value: 'admin', primary: true }],
        addresses: [{ type: 'work', country: 'PT', locality: 'Porto' }],
      })
    },
  ],
  [
    'a manager is set as object and as bare id, and removed by Remove, null and empty text',
    async (scim) => {
      const boss = await scim.person()
      const path = `${ENTERPRISE}:manager`
      for (const value of [boss.id, { value: boss.id }, [{ value: boss.id }]]) {
        const after = await patched(scim, { op: 'Add', path, value })
        expect(after[ENTERPRISE], JSON.stringify(value)).toMatchObject({ manager: { value: boss.id } })
      }
      for (const last of [
        { op: 'Remove', path },
        { op: 'Replace', path, value: '' },
        { op: 'replace', path, value: null },
      ]) {
        const after = await patched(scim, { op: 'Add', path, value: boss.id }, last)
        expect(after[ENTERPRISE], JSON.stringify(last)).not.toHaveProperty('manager')
      }
    },
  ],
  [
    'a PATCH that fails in part changes nothing',
    async (scim) => {
      const person = await scim.person()
      const answer = await scim.patch(
        `/Users/${person.id}`,
        { op: 'replace', path: 'title', value: 'Lead' },
        { op: 'replace', path: 'active', value: 'perhaps' },
      )
      expect(answer.status).toBe(400)
      expect(await read(scim, person)).toMatchObject({ title: 'Engineer', active: true })
    },
  ],
  [
    'what is no PATCH is 400, and so are an unknown path, id and the last userName',
    async (scim) => {
      const { id } = await scim.person()
      for (const operation of [
        { op: 'move', path: 'title', value: 'x' },
        { op: 'remove' },
        { op: 'replace', value: 'x' },
        { op: 'replace', path: 'shoeSize', value: 1 },
        { op: 'replace', path: 'id', value: 'x' },
        { op: 'remove', path: 'userName' },
      ]) {
        expect((await scim.patch(`/Users/${id}`, operation)).status, JSON.stringify(operation)).toBe(400)
      }
      expect((await scim.send('PATCH', `/Users/${id}`, { body: {} })).status).toBe(400)
    },
  ],
]

const puts: Case[] = [
  [
    'PUT replaces: what the body does not assign is gone, the id stays',
    async (scim) => {
      const person = await scim.person()
      const { userName } = person
      const answer = await scim.put(`/Users/${person.id}`, {
        schemas: [USER],
        id: 'other',
        userName,
        active: false,
        emails: null,
      })
      expect(answer.status).toBe(200)
      const after = await read(scim, person)
      expect(after).toMatchObject({ id: person.id, userName, active: false })
      for (const name of ['title', 'displayName', 'name', 'emails', ENTERPRISE]) expect(after).not.toHaveProperty(name)
    },
  ],
  ['PUT of nobody is 404', async (scim) => expect((await scim.put('/Users/nobody', personBody())).status).toBe(404)],
]

const groups: Case[] = [
  [
    'members are added with a value array, also again, and removed in both forms',
    async (scim) => {
      const [ana, bo, cy] = [await scim.person(), await scim.person(), await scim.person()]
      const group = await scim.group({ members: [{ value: ana.id }] })
      const path = `/Groups/${group.id}`
      const members = async () => memberIds(await read(scim, group, 'Groups'))
      await scim.patch(path, {
        op: 'add',
        path: 'members',
        value: [{ value: ana.id }, { value: bo.id }, { value: cy.id }],
      })
      expect(await members()).toEqual([ana.id, bo.id, cy.id].sort())
      await scim.patch(path, { op: 'Remove', path: 'members', value: [{ value: bo.id }] })
      expect(await members()).toEqual([ana.id, cy.id].sort())
      await scim.patch(path, { op: 'remove', path: `members[value eq "${cy.id}"]` })
      expect(await members()).toEqual([ana.id])
      await scim.patch(path, { op: 'remove', path: `members[value eq "${cy.id}"]` })
      await scim.patch(path, { op: 'replace', path: 'displayName', value: 'Renamed' })
      expect(await read(scim, group, 'Groups')).toMatchObject({ displayName: 'Renamed', members: [{ value: ana.id }] })
      await scim.patch(path, { op: 'remove', path: 'members' })
      expect(await members()).toEqual([])
    },
  ],
  [
    'a group is found by its name, without its members where they are excluded, and deleted alone',
    async (scim) => {
      const ana = await scim.person()
      const group = await scim.group({ members: [{ value: ana.id }] })
      expect(await found(scim, `displayName eq "${group.displayName.toUpperCase()}"`, 'Groups')).toEqual([group.id])
      const query = `excludedAttributes=members&${filtered(`displayName eq "${group.displayName}"`)}`
      expect(resourcesIn(await scim.get(`/Groups?${query}`))[0]).not.toHaveProperty('members')
      expect((await read(scim, ana)).groups).toMatchObject([{ value: group.id }])
      expect((await scim.delete(`/Groups/${group.id}`)).status).toBe(204)
      expect((await scim.get(`/Groups/${group.id}`)).status).toBe(404)
      expect(await read(scim, ana)).not.toHaveProperty('groups')
    },
  ],
  [
    'a group is replaced whole by PUT, and loses whoever is deleted',
    async (scim) => {
      const [ana, bo] = [await scim.person(), await scim.person()]
      const group = await scim.group()
      await scim.put(`/Groups/${group.id}`, {
        displayName: group.displayName,
        members: [{ value: ana.id }, { value: bo.id }],
      })
      expect(memberIds(await read(scim, group, 'Groups'))).toEqual([ana.id, bo.id].sort())
      await scim.delete(`/Users/${bo.id}`)
      expect(memberIds(await read(scim, group, 'Groups'))).toEqual([ana.id])
    },
  ],
  [
    'a group may be a member; somebody whom nobody knows may not',
    async (scim) => {
      const inner = await scim.group()
      const outer = await scim.group({ members: [{ value: inner.id }] })
      expect(memberIds(await read(scim, outer, 'Groups'))).toEqual([inner.id])
      const value = [{ value: 'nobody' }]
      expect((await scim.patch(`/Groups/${outer.id}`, { op: 'add', path: 'members', value })).status).toBe(400)
    },
  ],
]

export const rfcTable: readonly Case[] = [...connection, ...people, ...lists, ...patches, ...puts, ...groups]
