import { urns } from '@scimulator/shared/scim'
import { user } from '../lark/company.ts'
import { ana, deactivate, list, type Sights } from './deviating-world.ts'

/** How it is asked and answered: methods, headers, discovery, lists, filters, errors, and how what is there is shown. */
export const SIGHTS_OF_ANSWERS = {
  'delete-not-supported': [204, 405, async ({ idp, ana }) => (await idp.send('delete', `/Users/${ana}`)).status],
  'filter-answers-404': [200, 404, async ({ idp }) => (await idp.send('get', list('userName eq "nobody"'))).status],
  'case-sensitive-user-name': [1, 0, async ({ idp }) => (await idp.find('userName eq "ANA@contoso.example"')).length],
  'wrong-items-per-page': [
    1,
    50,
    async ({ idp }) =>
      (await idp.send('get', list('userName eq "ana@contoso.example"', '&count=50'))).body.itemsPerPage,
  ],
  'inactive-users-hidden': [
    1,
    0,
    async ({ idp, ana }) => {
      await idp.patch(ana, { op: 'replace', path: 'active', value: false })
      return (await idp.find('userName eq "ana@contoso.example"')).length
    },
  ],
  'conflict-without-scim-type': [
    'uniqueness',
    undefined,
    async ({ idp }) => (await idp.create(user('ana@contoso.example'))).body.scimType,
  ],
  'conflict-answers-500': [409, 500, async ({ idp }) => (await idp.create(user('ana@contoso.example'))).status],
  'unknown-filter-returns-all': [
    'invalidFilter',
    2,
    async ({ idp }) => {
      const { body } = await idp.send('get', list('userName like "a"'))
      return body.scimType ?? body.totalResults
    },
  ],
  'external-id-not-echoed': [
    'x-1',
    undefined,
    async ({ idp, ana }) => (await idp.send('get', `/Users/${ana}`)).body.externalId,
  ],
  'external-id-not-filterable': [1, 0, async ({ idp }) => (await idp.find('externalId eq "x-1"')).length],
  'charset-refused': [
    201,
    415,
    async ({ receiver, idp }) => {
      const answer = await receiver.scim({
        method: 'POST',
        target: '/scim/v2/Users',
        baseUrl: 'http://lark.example',
        rawHeaders: ['Authorization', `Bearer ${idp.token}`, 'Content-Type', 'application/scim+json; charset=utf-8'],
        body: new TextEncoder().encode(JSON.stringify(user('cy@contoso.example'))),
      })
      return answer.status
    },
  ],
  'first-page-only': [
    'bo@contoso.example',
    'ana@contoso.example',
    async ({ idp }) => (await idp.send('get', '/Users?startIndex=2&count=1')).body.Resources[0].userName,
  ],
  'manager-as-string': [
    'object',
    'string',
    async ({ idp, bo }) => typeof (await idp.send('get', `/Users/${bo}`)).body[urns.enterpriseUser].manager,
  ],
  'discovery-missing': [200, 404, async ({ idp }) => (await idp.send('get', '/ServiceProviderConfig')).status],
  'error-without-body': [true, false, async ({ idp }) => (await idp.send('get', '/Users/nobody')).text !== ''],
  'user-agent-required': [200, 403, async ({ idp }) => (await idp.send('get', '/Users')).status],
  'integer-ids': ['string', 'number', async ({ idp, ana }) => typeof (await idp.send('get', `/Users/${ana}`)).body.id],
  'double-slash-refused': [200, 404, async ({ idp }) => (await idp.send('get', '//Users')).status],
  'special-characters-not-found': [
    [1, 1, 1],
    [0, 0, 1],
    async ({ idp }) => {
      await idp.create(user("o'neil@contoso.example", { displayName: 'Zoë' }))
      const filters = [
        `userName eq "o'neil@contoso.example"`,
        'displayName eq "Zoë"',
        'userName eq "ana@contoso.example"',
      ]
      return Promise.all(filters.map(async (filter) => (await idp.find(filter)).length))
    },
    'rfc',
  ],
  'active-as-text': [
    [true, false],
    ['True', 'False'],
    async (world) => {
      const { active } = await ana(world)
      await deactivate(world)
      return [active, (await ana(world)).active]
    },
    'rfc',
  ],
  'text-changed': [
    ['Zoë 𝒵', 'Plain'],
    ['Zo? ?', 'Plain'],
    async ({ idp }) => {
      const { body } = await idp.create(user('zoe@contoso.example', { displayName: 'Zoë 𝒵', title: 'Plain' }))
      return [body.displayName, body.title]
    },
    'rfc',
  ],
  'patch-not-supported': [200, 501, async (world) => (await deactivate(world)).status, 'rfc'],
  'put-not-supported': [
    200,
    405,
    async ({ idp, ana }) => (await idp.send('put', `/Users/${ana}`, user('ana@contoso.example'))).status,
    'rfc',
  ],
  'total-results-wrong': [2, 1, async ({ idp }) => (await idp.send('get', '/Users?count=1')).body.totalResults, 'rfc'],
  'active-not-shown': [true, undefined, async (world) => (await ana(world)).active, 'rfc'],
  'filter-matches-part': [0, 1, async ({ idp }) => (await idp.find('userName eq "na@contoso.example"')).length, 'rfc'],
  'look-up-keeps-old-name': [
    [1, 0],
    [0, 1],
    async (world) => {
      const { idp } = world
      const { id } = (await idp.create(user('cy@contoso.example'))).body
      await idp.patch(id, { op: 'replace', path: 'userName', value: 'di@contoso.example' })
      const found = async (name: string) => (await idp.find(`userName eq "${name}@contoso.example"`)).length
      return [await found('di'), await found('cy')]
    },
    'rfc',
  ],
  'wrong-token-not-401': [
    401,
    500,
    async ({ receiver }) => {
      const rawHeaders = ['Authorization', 'Bearer wrong']
      const body = new Uint8Array()
      const request = { method: 'GET', target: '/scim/v2/Users', baseUrl: 'http://lark.example', rawHeaders, body }
      return (await receiver.scim(request)).status
    },
    'rfc',
  ],
  'concurrent-conflict-500': [
    [201, 409],
    [201, 500],
    async ({ receiver }) => {
      const body = new TextEncoder().encode(JSON.stringify(user('cy@contoso.example')))
      const rawHeaders = ['Authorization', 'Bearer secret', 'Content-Type', 'application/scim+json']
      const request = { method: 'POST', target: '/scim/v2/Users', baseUrl: 'http://lark.example', rawHeaders, body }
      const answers = await Promise.all([receiver.scim(request), receiver.scim(request)])
      return answers.map(({ status }) => status).sort()
    },
    'rfc',
  ],
  'unchanged-refused': [
    [200, 200],
    [200, 400],
    async ({ idp, ana }) => {
      const change = { op: 'replace', path: 'title', value: 'Clerk' }
      return [(await idp.patch(ana, change)).status, (await idp.patch(ana, change)).status]
    },
    'rfc',
  ],
  'answer-not-current': [
    'Clerk',
    'Boss',
    async ({ idp, ana }) => (await idp.patch(ana, { op: 'replace', path: 'title', value: 'Clerk' })).body.title,
    'rfc',
  ],
  'create-answers-200': [201, 200, async ({ idp }) => (await idp.create(user('cy@contoso.example'))).status],
  'conflict-not-409': [409, 400, async ({ idp }) => (await idp.create(user('ana@contoso.example'))).status],
  'schemas-missing': [
    ['array', 'array'],
    ['undefined', 'array'],
    async (world) => {
      const kind = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value)
      return [kind((await ana(world)).schemas), kind((await world.idp.send('get', '/Users')).body.schemas)]
    },
  ],
  'unknown-id-not-404': [
    [404, 404],
    [500, 404],
    async ({ idp }) => [
      (await idp.send('get', '/Users/nobody')).status,
      (await idp.send('delete', '/Users/nobody')).status,
    ],
  ],
  'token-not-checked': [
    [401, 200, 401],
    [401, 200, 200],
    async ({ receiver, idp }) => {
      const asked = async (Authorization: string) => {
        const rawHeaders = ['Authorization', Authorization]
        const request = { method: 'GET', target: '/scim/v2/Users', baseUrl: 'http://lark.example', rawHeaders }
        return (await receiver.scim({ ...request, body: new Uint8Array() })).status
      }
      return [await asked('Bearer wrong'), await asked(`Bearer ${idp.token}`), await asked('non-token')]
    },
  ],
  'plain-json-refused': [
    [201, 201],
    [201, 415],
    async ({ receiver, idp }) => {
      const create = async (name: string, type: string) => {
        const rawHeaders = ['Authorization', `Bearer ${idp.token}`, 'Content-Type', type]
        const body = new TextEncoder().encode(JSON.stringify(user(name)))
        const request = { method: 'POST', target: '/scim/v2/Users', baseUrl: 'http://lark.example', rawHeaders, body }
        return (await receiver.scim(request)).status
      }
      return [
        await create('cy@contoso.example', 'application/scim+json; charset=utf-8'),
        await create('di@contoso.example', 'application/json; charset=utf-8'),
      ]
    },
  ],
  'external-id-required': [
    [201, 201],
    [400, 201],
    async ({ idp }) => [
      (await idp.create(user('cy@contoso.example'))).status,
      (await idp.create(user('di@contoso.example', { externalId: 'x-2' }))).status,
    ],
  ],
  slow: [undefined, 'slow;dur=30000', async ({ idp }) => (await idp.send('get', '/Users')).headers['server-timing']],
} satisfies Sights

/** What no end state shows, of decisions 7 and 11. */
export const ONLY_IN_ANSWERS = [
  'wrong-items-per-page',
  'conflict-without-scim-type',
  'discovery-missing',
  'error-without-body',
  'total-results-wrong',
  'email-required',
  'filter-matches-part',
  'wrong-token-not-401',
  'concurrent-conflict-500',
  'unchanged-refused',
  'answer-not-current',
  'rename-needs-email',
  'create-answers-200',
  'schemas-missing',
  'unknown-id-not-404',
  'token-not-checked',
  'external-id-required',
]
