// How the programs that ship are filled, and what is asked of them then.
import { generateCompany } from '@scimulator/shared/people/generate'
import type { ProgramEntry } from '@scimulator/shared/program'
import request from 'supertest'
import type { TestedProgram } from './tested-program.ts'

const COMPANY = {
  company: generateCompany({ seed: 1, people: 4, groups: 2, name: 'Contoso', domain: 'contoso.example' }),
}

const entra: Filled = {
  async fill({ act, wait, target }) {
    await act('load-company', COMPANY)
    await act('create-app', { name: 'App' })
    await act('set-credentials', { tenantUrl: target.url, secretToken: target.token })
    await act('set-settings', { scope: 'Sync all users and groups', notificationEmail: 'admin@contoso.example' })
    await act('start')
    await wait(40)
    await act('create-user', { userPrincipalName: 'zoe@contoso.example', displayName: 'Zoe' })
    await act('delete-user', { user: 'zoe@contoso.example' })
    await wait(40)
  },
  people: { view: 'users', name: 'userPrincipalName' },
  creates: (name) => ({ verb: 'create-group', input: { name }, view: 'groups', key: name }),
  wrong: { verb: 'set-settings', input: { scope: 'everybody' }, path: ['scope'] },
  still: (user) => ({
    rehearse: {},
    explain: { user },
    'evaluate-expression': { expression: '[mail]', user },
    'try-mappings': { user },
    'lint-mappings': {},
    'preview-scope': { syncScope: 'Sync only assigned users and groups' },
  }),
  atLeast: { verbs: 16, views: 7 },
}

const jumpcloud: Filled = {
  async fill({ act, keys, wait, target: { url, token } }) {
    await act('load-company', COMPANY)
    await act('create-application', { displayLabel: 'App', identityManagement: true })
    await act('configure-scim', { baseUrl: url, token, testUserEmail: 'test@contoso.example', groupManagement: true })
    await act('test-connection')
    await act('activate')
    const [group] = await keys('groups')
    await act('bind-group', { group })
    await wait(5)
  },
  people: { view: 'users', name: 'username' },
  creates: (name) => ({
    ...{ verb: 'create-user', input: { username: name, email: `${name}@example.com` } },
    ...{ view: 'users', key: name },
  }),
  wrong: { verb: 'create-user', input: { username: '', email: 'dee@example.com' }, path: ['username'] },
  still: () => ({}),
  atLeast: { verbs: 16, views: 7 },
}

const receiver: Filled = {
  async fill({ act, program }) {
    const token = String(Reflect.get(Object(await act('add-source', { kind: 'Entra ID', activate: true })), 'token'))
    for (const name of ['ana', 'bo', 'cy']) {
      const email = `${name}@contoso.example`
      await request(program.handle)
        .post('/scim/v2/Users')
        .set('authorization', `Bearer ${token}`)
        .send({
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
          ...{ userName: email, externalId: email, displayName: name, emails: [{ type: 'work', value: email }] },
        })
        .expect(201)
    }
    await act('add-department', { name: 'Sales' })
  },
  people: { view: 'members', name: 'externalID' },
  creates: (name) => ({ verb: 'add-department', input: { name }, view: 'departments', key: name }),
  wrong: { verb: 'set-deviations', input: { deviations: ['integer-id'] }, path: ['deviations', 0] },
  still: () => ({
    'begin-sync-source': { kind: 'Entra ID' },
    'preview-sync-source': { kind: 'Entra ID' },
    'discard-sync-source': { draft: 'nobody has begun it' },
  }),
  atLeast: { verbs: 16, views: 7 },
}

const okta: Filled = {
  async fill({ act, keys, target: { url, token } }) {
    await act('load-company', COMPANY)
    await act('create-application', { label: 'App' })
    await act('configure-scim', { baseUrl: url, token })
    const [group] = await keys('groups')
    await act('assign-group', { group })
    await act('push-group', { group })
  },
  people: { view: 'users', name: 'login' },
  creates: (name) => ({
    verb: 'create-user',
    input: { login: `${name}@example.com`, email: `${name}@example.com`, firstName: name, lastName: 'Example' },
    ...{ view: 'users', key: `${name}@example.com` },
  }),
  wrong: {
    verb: 'create-user',
    input: { login: '', email: 'dee@example.com', firstName: 'Dee', lastName: 'Example' },
    path: ['login'],
  },
  still: () => ({}),
  atLeast: { verbs: 16, views: 7 },
}

type Filled = Omit<TestedProgram, keyof ProgramEntry>

export const FILLED: Readonly<Record<string, Filled>> = { entra, jumpcloud, okta, receiver }
