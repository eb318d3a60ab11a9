// For each fault the shortest exchange that shows it: true on an endpoint that has it, false on one that has not. `slow` and the
// faults of the door have tests of their own.
import {
  type Answer,
  ENTERPRISE,
  emailsOf,
  filtered,
  freshName,
  type Json,
  memberIds,
  personBody,
  resourcesIn,
  type Scim,
  TOKEN,
} from './scim-client.ts'

export type Shows = (scim: Scim) => Promise<boolean>

const origin = ({ url }: Scim) => new URL(url).origin
const read = async (scim: Scim, { id }: { id: unknown }): Promise<Json> => (await scim.get(`/Users/${id}`)).body
const isHtml = ({ headers }: Answer) => headers.get('content-type')?.includes('html') ?? false
const isRefused = ({ status }: Answer) => status >= 400

async function posted(scim: Scim, more: Json): Promise<Answer> {
  return scim.post('/Users', personBody(more))
}

async function patched(scim: Scim, operations: readonly Json[], more: Json = {}): Promise<Json> {
  const person = await scim.person(more)
  await scim.patch(`/Users/${person.id}`, ...operations)
  return read(scim, person)
}

async function isPatchRefused(scim: Scim, ...operations: readonly Json[]): Promise<boolean> {
  return isRefused(await scim.patch(`/Users/${(await scim.person()).id}`, ...operations))
}

async function isLost(scim: Scim, more: Json, filter: (person: Json) => string): Promise<boolean> {
  const person = await scim.person(more)
  return resourcesIn(await scim.get(`/Users?${filtered(filter(person))}`)).length === 0
}

/** A group of two, after operations, as ids of its members. */
async function membersAfter(
  scim: Scim,
  change: (ids: readonly string[]) => Json,
): Promise<{ ids: string[]; after: string[] }> {
  const ids = [(await scim.person()).id, (await scim.person()).id, (await scim.person()).id, (await scim.person()).id]
  const group = await scim.group({ members: ids.slice(0, 2).map((value) => ({ value })) })
  await scim.patch(`/Groups/${group.id}`, change(ids))
  return { ids, after: memberIds((await scim.get(`/Groups/${group.id}`)).body) }
}

async function onlyOthers(scim: Scim, path: string): Promise<Answer> {
  await scim.person()
  await scim.group()
  return scim.get(path)
}

async function asPut(scim: Scim, more: Json): Promise<{ answer: Answer; after: Json; before: Json & { id: string } }> {
  const before = await scim.person()
  const answer = await scim.put(`/Users/${before.id}`, { userName: before.userName, ...more })
  return { answer, after: await read(scim, before), before }
}

const connection: Record<string, Shows> = {
  'wrong-path': async (scim) => (await scim.get('/Users')).status === 404,
  'answers-no-json': async (scim) => isHtml(await scim.get('/Users')),
  'html-404-page': async (scim) => isHtml(await scim.get('/Users/nobody')),
  'groups-missing': async (scim) => (await scim.get('/Groups')).status === 404,
  'discovery-missing': async (scim) => (await scim.get('/ServiceProviderConfig')).status === 404,
  'token-not-checked': async (scim) =>
    (await scim.send('GET', '/Users', { headers: { authorization: 'Bearer x' } })).status === 200,
  'wrong-token-not-401': async (scim) =>
    (await scim.send('GET', '/Users', { headers: { authorization: 'Bearer x' } })).status === 500,
  'charset-refused': async (scim) => {
    const headers = { 'content-type': 'application/scim+json; charset=utf-8' }
    return (await scim.send('POST', '/Users', { body: personBody(), headers })).status === 415
  },
  'scim-json-refused': async (scim) => (await posted(scim, {})).status === 415,
  'user-agent-required': async (scim) => {
    const { request } = await import('node:http')
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${TOKEN}` }
      request(`${scim.url}/Users`, { headers }, ({ statusCode }) => resolve(statusCode === 403))
        .on('error', reject)
        .end()
    })
  },
  'double-slash-refused': async (scim) => (await scim.get('//Users')).status === 404,
  'stops-answering': async (scim) => {
    for (let count = 0; count < 400; count += 1) await scim.get('/ServiceProviderConfig')
    return scim.get('/Users').then(
      () => false,
      () => true,
    )
  },
  'error-without-body': async (scim) => (await scim.get('/Users/nobody')).text === '',
}

const persons: Record<string, Shows> = {
  'integer-ids': async (scim) => typeof (await posted(scim, {})).body.id === 'number',
  'active-as-text': async (scim) => typeof (await posted(scim, {})).body.active === 'string',
  'manager-as-string': async (scim) => {
    const { body } = await posted(scim, { [ENTERPRISE]: { manager: { value: '1' } } })
    return typeof (body[ENTERPRISE] as Json).manager === 'string'
  },
  'password-returned': async (scim) => (await posted(scim, { password: 'pa55' })).text.includes('pa55'),
  'create-answers-200': async (scim) => (await posted(scim, {})).status === 200,
  'created-inactive-is-active': async (scim) => (await posted(scim, { active: false })).body.active === true,
  'country-code-required': async (scim) =>
    isRefused(await posted(scim, { addresses: [{ type: 'work', country: 'Portugal' }] })),
  'email-required': async (scim) => isRefused(await posted(scim, { emails: undefined })),
  'user-name-fixed': async (scim) => {
    const userName = freshName()
    return (await patched(scim, [{ op: 'replace', path: 'userName', value: userName }])).userName !== userName
  },
  'active-not-shown': async (scim) => (await scim.person()).active === undefined,
  'missing-value-unique': async (scim) => {
    const none = { externalId: undefined }
    return !isRefused(await posted(scim, none)) && isRefused(await posted(scim, none))
  },
  'rename-needs-email': async (scim) => {
    const { id } = await scim.person()
    return isRefused(await scim.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: freshName() }))
  },
  'text-changed': async (scim) => (await posted(scim, { displayName: 'Zoë' })).body.displayName === 'Zo?',
  'enterprise-dropped': async (scim) => (await posted(scim, {})).body[ENTERPRISE] === undefined,
  'external-id-not-echoed': async (scim) => {
    const { body } = await posted(scim, { externalId: 'e1' })
    return body.externalId === undefined && (await scim.get(`/Users?${filtered('externalId eq "e1"')}`)).status === 200
  },
  'external-id-not-stored': async (scim) => (await posted(scim, {})).body.externalId === undefined,
  'manager-ignored': async (scim) => {
    const { [ENTERPRISE]: enterprise } = await patched(scim, [
      { op: 'add', path: `${ENTERPRISE}:manager`, value: { value: '1' } },
    ])
    return (enterprise as Json).manager === undefined
  },
  'manager-not-written': async (scim) => {
    const path = `${ENTERPRISE}:manager`
    const { [ENTERPRISE]: enterprise } = await patched(scim, [{ op: 'replace', path, value: '2' }], {
      [ENTERPRISE]: { manager: { value: '1' } },
    })
    return ((enterprise as Json).manager as Json | undefined)?.value === '1'
  },
  'manager-text-refused': (scim) => isPatchRefused(scim, { op: 'Add', path: `${ENTERPRISE}:manager`, value: '1' }),
}

/** What of two creates of one userName at the same moment each is answered. */
async function createdTogether(scim: Scim): Promise<readonly number[]> {
  const userName = freshName()
  const answers = await Promise.all([posted(scim, { userName }), posted(scim, { userName })])
  return answers.map(({ status }) => status).sort()
}

async function renamedToTaken(scim: Scim): Promise<number> {
  const { userName } = await scim.person()
  const { id } = await scim.person()
  return (await scim.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: userName })).status
}

const sameness: Record<string, Shows> = {
  'concurrent-duplicates': async (scim) => (await createdTogether(scim)).join() === '201,201',
  'concurrent-conflict-500': async (scim) => (await createdTogether(scim)).join() === '201,500',
  'rename-takes-name': async (scim) => (await renamedToTaken(scim)) === 200,
  'rename-conflict-500': async (scim) => (await renamedToTaken(scim)) === 500,
  'deleted-external-id-taken': async (scim) => {
    const { id } = await scim.person({ externalId: 'gone' })
    await scim.delete(`/Users/${id}`)
    return isRefused(await posted(scim, { externalId: 'gone' }))
  },
  'duplicates-created': async (scim) =>
    (await posted(scim, { userName: (await scim.person()).userName })).status === 201,
  'duplicates-by-case': async (scim) =>
    (await posted(scim, { userName: (await scim.person()).userName.toUpperCase() })).status === 201,
  'create-takes-over': async (scim) => {
    const { id, userName } = await scim.person()
    return (await posted(scim, { userName })).body.id === id
  },
  'conflict-answers-500': async (scim) =>
    (await posted(scim, { userName: (await scim.person()).userName })).status === 500,
  'conflict-without-scim-type': async (scim) =>
    (await posted(scim, { userName: (await scim.person()).userName })).body.scimType === undefined,
  'deleted-name-taken': async (scim) => {
    const { id, userName } = await scim.person()
    await scim.delete(`/Users/${id}`)
    return isRefused(await posted(scim, { userName }))
  },
}

const lists: Record<string, Shows> = {
  'filter-matches-part': async (scim) => {
    const { userName } = await scim.person()
    await scim.person({ userName: `x-${userName}` })
    return resourcesIn(await scim.get(`/Users?${filtered(`userName eq "${userName}"`)}`)).length === 2
  },
  'look-up-keeps-old-name': async (scim) => {
    const { id } = await scim.person()
    const userName = freshName()
    await scim.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: userName })
    return resourcesIn(await scim.get(`/Users?${filtered(`userName eq "${userName}"`)}`)).length === 0
  },
  'case-sensitive-user-name': (scim) =>
    isLost(scim, {}, ({ userName }) => `userName eq "${String(userName).toUpperCase()}"`),
  'filter-answers-404': async (scim) => (await scim.get(`/Users?${filtered('userName eq "nobody"')}`)).status === 404,
  'filter-ignored': async (scim) =>
    resourcesIn(await onlyOthers(scim, `/Users?${filtered('userName eq "nobody"')}`)).length > 0,
  'unknown-filter-returns-all': async (scim) =>
    resourcesIn(await onlyOthers(scim, `/Users?${filtered('userName is x')}`)).length > 0,
  'broken-filter-answers-500': async (scim) => (await scim.get(`/Users?${filtered('userName is x')}`)).status === 500,
  'external-id-not-filterable': (scim) => isLost(scim, {}, ({ externalId }) => `externalId eq "${externalId}"`),
  'special-characters-not-found': (scim) =>
    isLost(scim, { userName: `o'neil-${freshName()}` }, ({ userName }) => `userName eq "${userName}"`),
  'non-ascii-not-found': (scim) =>
    isLost(scim, { userName: `zoë-${freshName()}` }, ({ userName }) => `userName eq "${userName}"`),
  'plus-not-decoded': async (scim) => {
    const { userName } = await scim.person()
    return resourcesIn(await scim.get(`/Users?filter=userName+eq+%22${encodeURIComponent(userName)}%22`)).length === 0
  },
  'first-page-only': async (scim) => {
    await scim.person()
    await scim.person()
    const [one, two] = [await scim.get('/Users?startIndex=1&count=1'), await scim.get('/Users?startIndex=2&count=1')]
    return resourcesIn(one)[0]?.id === resourcesIn(two)[0]?.id
  },
  'start-index-zero': async (scim) => {
    await scim.person()
    const [first] = resourcesIn(await scim.get('/Users'))
    return resourcesIn(await scim.get('/Users?startIndex=1&count=1'))[0]?.id !== first?.id
  },
  'count-ignored': async (scim) => {
    await scim.person()
    return resourcesIn(await onlyOthers(scim, '/Users?count=1')).length > 1
  },
  'wrong-items-per-page': async (scim) =>
    (await onlyOthers(scim, '/Users?startIndex=1&count=77')).body.itemsPerPage === 77,
  'total-results-wrong': async (scim) => {
    await scim.person()
    return (await onlyOthers(scim, '/Users?count=1')).body.totalResults === 1
  },
  'inactive-users-hidden': (scim) => isLost(scim, { active: false }, ({ userName }) => `userName eq "${userName}"`),
  'list-without-envelope': async (scim) => Array.isArray((await scim.get('/Users')).body.list),
  'group-filter-ignored': async (scim) =>
    resourcesIn(await onlyOthers(scim, `/Groups?${filtered('displayName eq "nobody"')}`)).length > 0,
}

const LEAVE = { op: 'replace', path: 'active', value: false }
const NEW_PHONE = { op: 'add', path: 'phoneNumbers[type eq "mobile"].value', value: '1' }

const writes: Record<string, Shows> = {
  'answer-not-current': async (scim) => {
    const { id } = await scim.person()
    const change = { op: 'replace', path: 'displayName', value: 'New' }
    return (await scim.patch(`/Users/${id}`, change)).body.displayName !== 'New'
  },
  'unchanged-refused': async (scim) => {
    const { id } = await scim.person({ title: 'Head' })
    return isRefused(await scim.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'Head' }))
  },
  'two-primaries': async (scim) => {
    const value = [{ type: 'other', value: 'o@example.com', primary: true }]
    const after = await patched(scim, [{ op: 'add', path: 'emails', value }])
    return (after.emails as Json[]).filter(({ primary }) => primary === true).length === 2
  },
  'put-as-read-refused': async (scim) => {
    const person = await scim.person()
    return isRefused(await scim.put(`/Users/${person.id}`, await read(scim, person)))
  },
  'update-not-done': async (scim) =>
    (await patched(scim, [{ op: 'replace', path: 'displayName', value: 'New' }])).displayName !== 'New',
  'title-not-written': async (scim) =>
    (await patched(scim, [{ op: 'replace', path: 'title', value: 'Head' }])).title !== 'Head',
  'patch-without-path-ignored': async (scim) =>
    (await patched(scim, [{ op: 'replace', value: { active: false } }])).active === true,
  'patch-without-path-refused': (scim) => isPatchRefused(scim, { op: 'replace', value: { title: 'Head' } }),
  'only-one-operation': async (scim) => {
    const operations = ['title', 'nickName'].map((path) => ({ op: 'add', path, value: 'Head' }))
    const { title, nickName } = await patched(scim, operations)
    return title === 'Head' && nickName === undefined
  },
  'capital-operations': (scim) => isPatchRefused(scim, { op: 'Replace', path: 'title', value: 'Head' }),
  'dotted-path-not-done': async (scim) =>
    ((await patched(scim, [{ op: 'replace', path: 'name.givenName', value: 'Bea' }])).name as Json).givenName !== 'Bea',
  'dotted-keys-ignored': async (scim) =>
    ((await patched(scim, [{ op: 'replace', value: { 'name.givenName': 'Bea' } }])).name as Json).givenName !== 'Bea',
  'urn-keys-ignored': async (scim) => {
    const value = { [`${ENTERPRISE}:department`]: 'Support' }
    return ((await patched(scim, [{ op: 'replace', value }]))[ENTERPRISE] as Json).department !== 'Support'
  },
  'filtered-add-refused': (scim) => isPatchRefused(scim, NEW_PHONE),
  'filtered-add-ignored': async (scim) => {
    const person = await scim.person()
    const { status } = await scim.patch(`/Users/${person.id}`, NEW_PHONE)
    return status < 300 && (await read(scim, person)).phoneNumbers === undefined
  },
  'filtered-add-replaces': async (scim) => {
    const phoneNumbers = [{ type: 'work', value: '2' }]
    const after = await patched(scim, [NEW_PHONE], { phoneNumbers })
    return Array.isArray(after.phoneNumbers) && after.phoneNumbers.length === 1
  },
  'filtered-replace-not-done': async (scim) => {
    const after = await patched(scim, [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@example.com' }])
    return emailsOf(after).work !== 'n@example.com'
  },
  'patch-not-supported': async (scim) => (await scim.patch(`/Users/${(await scim.person()).id}`, LEAVE)).status === 501,
  'patch-wipes-others': async (scim) =>
    (await patched(scim, [{ op: 'replace', path: 'nickName', value: 'A' }])).title === undefined,
  'filtered-replace-hits-all': async (scim) => {
    const after = await patched(scim, [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@example.com' }])
    return emailsOf(after).home === 'n@example.com'
  },
  'filtered-replace-wipes-others': async (scim) => {
    const after = await patched(scim, [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@example.com' }])
    return emailsOf(after).home === undefined
  },
  'remove-not-done': async (scim) => (await patched(scim, [{ op: 'remove', path: 'title' }])).title !== undefined,
  'put-not-supported': async (scim) => (await asPut(scim, {})).answer.status === 405,
  'put-merges': async (scim) => {
    const { answer, after } = await asPut(scim, { displayName: 'X' })
    return answer.status === 200 && after.title !== undefined
  },
  'put-requires-all': async (scim) => (await asPut(scim, { emails: null })).answer.status === 400,
  'put-active-ignored': async (scim) => (await asPut(scim, { active: false })).after.active === true,
  'put-changes-id': async (scim) => {
    const { answer, before } = await asPut(scim, {})
    return answer.body.id !== before.id
  },
}

const leaving: Record<string, Shows> = {
  'no-soft-delete': async (scim) => (await patched(scim, [LEAVE])).active === true,
  'string-booleans-refused': (scim) => isPatchRefused(scim, { op: 'Replace', path: 'active', value: 'False' }),
  'string-false-is-true': async (scim) =>
    (await patched(scim, [{ op: 'Replace', path: 'active', value: 'False' }])).active === true,
  'patch-reactivates': async (scim) =>
    (await patched(scim, [{ op: 'replace', path: 'title', value: 'Head' }], { active: false })).active === true,
  'disable-deletes': async (scim) => (await patched(scim, [LEAVE])).id === undefined,
  'changes-others': async (scim) => {
    const first = await scim.person()
    const { id } = await scim.person()
    await scim.patch(`/Users/${id}`, LEAVE)
    return (await scim.get(`/Users/${first.id}`)).body.active === false
  },
  'return-refused': async (scim) => {
    const person = await scim.person({ active: false })
    return isRefused(await scim.patch(`/Users/${person.id}`, { op: 'replace', path: 'active', value: true }))
  },
  'delete-not-supported': async (scim) => (await scim.delete(`/Users/${(await scim.person()).id}`)).status === 405,
  'deleted-still-there': async (scim) => {
    const { id } = await scim.person()
    return (await scim.delete(`/Users/${id}`)).status === 204 && (await scim.get(`/Users/${id}`)).status === 200
  },
  'second-delete-fails': async (scim) => (await scim.delete('/Users/nobody')).status === 500,
}

const add = (...values: readonly unknown[]) => ({
  op: 'add',
  path: 'members',
  value: values.map((value) => ({ value })),
})

const groups: Record<string, Shows> = {
  'one-group-only': async (scim) => {
    const { id } = await scim.person()
    const first = await scim.group({ members: [{ value: id }] })
    const { id: second } = await scim.group()
    await scim.patch(`/Groups/${second}`, add(id))
    return memberIds((await scim.get(`/Groups/${first.id}`)).body).length === 0
  },
  'only-one-member-removed': async (scim) =>
    (await membersAfter(scim, (ids) => ({ ...add(ids[0], ids[1]), op: 'remove' }))).after.length === 1,
  'group-wrong-types': async (scim) => {
    const group = await scim.group({ members: [{ value: (await scim.person()).id }] })
    const { members } = (await scim.get(`/Groups/${group.id}`)).body
    return Array.isArray(members) && typeof members[0] === 'string'
  },
  'member-add-replaces': async (scim) => (await membersAfter(scim, (ids) => add(ids[2]))).after.length === 1,
  'member-add-not-done': async (scim) => {
    const { ids, after } = await membersAfter(scim, (given) => add(given[2]))
    return !after.includes(String(ids[2])) && after.length === 2
  },
  'only-one-member-added': async (scim) => (await membersAfter(scim, (ids) => add(ids[2], ids[3]))).after.length === 3,
  'member-remove-empties-group': async (scim) => {
    const { after } = await membersAfter(scim, (ids) => ({ ...add(ids[0]), op: 'remove' }))
    return after.length === 0
  },
  'member-filter-remove-empties-group': async (scim) => {
    const { after } = await membersAfter(scim, ([id]) => ({ op: 'remove', path: `members[value eq "${id}"]` }))
    return after.length === 0
  },
  'member-filter-remove-not-done': async (scim) => {
    const { after } = await membersAfter(scim, ([id]) => ({ op: 'remove', path: `members[value eq "${id}"]` }))
    return after.length === 2
  },
  'large-group-cut': async (scim) => {
    const people = await Promise.all(Array.from({ length: 103 }, () => scim.person()))
    const { id } = await scim.group({ members: people.map((one) => ({ value: one.id })) })
    const shown = memberIds((await scim.get(`/Groups/${id}`)).body)
    await scim.patch(`/Groups/${id}`, { ...add(shown[0]), op: 'remove' })
    return shown.length === 100 && memberIds((await scim.get(`/Groups/${id}`)).body).length === 100
  },
  'large-group-refused': async (scim) => {
    const group = await scim.group()
    const ids = await Promise.all(Array.from({ length: 51 }, async () => (await scim.person()).id))
    return isRefused(await scim.patch(`/Groups/${group.id}`, add(...ids)))
  },
  'absent-member-remove-refused': async (scim) => {
    const { id } = await scim.person()
    const { id: groupId } = await scim.group()
    return isRefused(await scim.patch(`/Groups/${groupId}`, { ...add(id), op: 'remove' }))
  },
  'concurrent-members-lost': async (scim) => {
    const [ana, bo, group] = [await scim.person(), await scim.person(), await scim.group()]
    await Promise.all([ana, bo].map(({ id }) => scim.patch(`/Groups/${group.id}`, add(id))))
    return memberIds((await scim.get(`/Groups/${group.id}`)).body).length < 2
  },
  'repeated-member-add-refused': async (scim) => {
    const { id } = await scim.person()
    const group = await scim.group({ members: [{ value: id }] })
    return isRefused(await scim.patch(`/Groups/${group.id}`, add(id)))
  },
  'members-in-post-ignored': async (scim) =>
    memberIds(await scim.group({ members: [{ value: (await scim.person()).id }] })).length === 0,
  'members-despite-excluded': async (scim) => {
    const group = await scim.group({ members: [{ value: (await scim.person()).id }] })
    return (await scim.get(`/Groups/${group.id}?excludedAttributes=members`)).body.members !== undefined
  },
  'rename-empties-group': async (scim) =>
    (await membersAfter(scim, () => ({ op: 'replace', path: 'displayName', value: freshName() }))).after.length === 0,
  'group-rename-not-done': async (scim) => {
    const group = await scim.group()
    await scim.patch(`/Groups/${group.id}`, { op: 'replace', path: 'displayName', value: 'New' })
    return (await scim.get(`/Groups/${group.id}`)).body.displayName !== 'New'
  },
  'group-delete-removes-people': async (scim) => {
    const { id } = await scim.person()
    const group = await scim.group({ members: [{ value: id }] })
    await scim.delete(`/Groups/${group.id}`)
    return (await scim.get(`/Users/${id}`)).status === 404
  },
  'group-name-unique': async (scim) =>
    isRefused(await scim.post('/Groups', { displayName: (await scim.group()).displayName })),
}

type Door = (scim: Scim, userName: string, way: string) => Promise<boolean>

const getsIn: Door = async (scim, userName, way) =>
  (await fetch(`${origin(scim)}/can-sign-in?${new URLSearchParams({ userName, with: way })}`)).status === 200

/** Whether somebody who was let in by that way still is after they were disabled. */
function afterLeave(way: string): Shows {
  return async (scim) => {
    const { id, userName } = await scim.person()
    if (!(await getsIn(scim, userName, way))) throw new Error(`${userName} did not get in before`)
    await scim.patch(`/Users/${id}`, LEAVE)
    return getsIn(scim, userName, way)
  }
}

async function afterReturn(scim: Scim, isBlocked: boolean): Promise<boolean> {
  const { id, userName } = await scim.person()
  if (isBlocked) {
    const headers = { 'content-type': 'application/json' }
    await fetch(`${origin(scim)}/block`, { method: 'POST', headers, body: JSON.stringify({ userName }) })
  }
  await scim.patch(`/Users/${id}`, LEAVE)
  await scim.patch(`/Users/${id}`, { ...LEAVE, value: true })
  return getsIn(scim, userName, 'sign-in')
}

const door: Record<string, Shows> = {
  'sign-in-ignores-active': afterLeave('sign-in'),
  'session-survives': afterLeave('session'),
  'api-key-survives': afterLeave('api-key'),
  'return-stays-out': async (scim) => !(await afterReturn(scim, false)),
  'return-lifts-block': (scim) => afterReturn(scim, true),
}

export const shownFaults: Readonly<Record<string, Shows>> = {
  ...connection,
  ...persons,
  ...sameness,
  ...lists,
  ...writes,
  ...leaving,
  ...groups,
  ...door,
}
