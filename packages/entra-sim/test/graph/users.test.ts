// What Graph's pages on users say may be written, and what is refused.
import { beforeEach, expect, test } from 'vitest'
import { openSurface, type Surface } from './surface.ts'

let surface: Surface

beforeEach(async () => {
  surface = await openSurface()
})

test('a user is created as the documentation does, password profile and manager included', async () => {
  const { graph, user } = surface
  const boss = await user('boss')
  const id = await user('ana', {
    passwordProfile: {
      forceChangePasswordNextSignIn: true,
      forceChangePasswordNextSignInWithMfa: false,
      password: 'xWwvJ]6NMw+bWH-d',
    },
    passwordPolicies: 'DisablePasswordExpiration',
    ageGroup: 'Adult',
    'manager@odata.bind': `https://graph.microsoft.com/v1.0/users/${boss}`,
  })
  expect((await graph('get', `/users/${id}/manager`)).body).toMatchObject({ id: boss })
})

test('nobody is created under a manager who does not exist', async () => {
  const { graph, user } = surface
  await user('ana', { 'manager@odata.bind': 'https://graph.microsoft.com/v1.0/users/nobody@contoso.example' })
  expect((await graph('get', '/users')).body.value).toEqual([])
})

test('a member becomes a guest, and a member again', async () => {
  const { graph, user } = surface
  const id = await user('ana')
  expect((await graph('patch', `/users/${id}`, { userType: 'Guest' })).status).toBe(204)
  expect((await graph('get', `/users/${id}?$select=userType`)).body).toMatchObject({ userType: 'Guest' })
  await graph('patch', `/users/${id}`, { userType: 'Member', jobTitle: 'Lead' })
  expect((await graph('get', `/users/${id}?$select=userType`)).body).toMatchObject({ userType: 'Member' })
})

test.each([
  ['a text for a Boolean', { accountEnabled: 'false' }],
  ['a number for a text', { jobTitle: 5 }],
  ['a list for a text', { jobTitle: ['Lead'] }],
  ['a text for a list', { otherMails: 'ana@home.example' }],
  ['two business phones', { businessPhones: ['+47 1', '+47 2'] }],
  ['no name', { displayName: null }],
  ['no principal name', { userPrincipalName: '' }],
  ['a principal name without a domain', { userPrincipalName: 'ana' }],
  ['neither enabled nor disabled', { accountEnabled: null }],
])('%s is refused with 400 and changes nothing', async (_what, change) => {
  const { graph, user } = surface
  const id = await user('ana', { jobTitle: 'Engineer' })
  const path = `/users?$select=displayName,userPrincipalName,accountEnabled,jobTitle,otherMails,businessPhones`
  const before = (await graph('get', path)).body.value
  const answer = await graph('patch', `/users/${id}`, { department: 'R&D', ...change })
  expect(answer.status).toBe(400)
  expect(answer.body.error.code).toBe('Request_BadRequest')
  expect((await graph('get', path)).body.value).toEqual(before)
})

test('directory extensions hold text, numbers and truth values', async () => {
  const { graph, user } = surface
  const name = 'extension_6552893da7be437ba3f21b4aacb6b9a2'
  const values = { [`${name}_skill`]: 'js', [`${name}_level`]: 3, [`${name}_lead`]: true }
  const id = await user('ana', values)
  const shown = await graph('get', `/users/${id}?$select=${Object.keys(values).join(',')}`)
  expect(shown.body).toMatchObject(values)
})

test('a filter may name a directory extension that not everybody has', async () => {
  const { graph, user } = surface
  const skill = 'extension_6552893da7be437ba3f21b4aacb6b9a2_skill'
  await user('bo')
  await user('ana', { [skill]: 'js' })
  const answer = await graph('get', `/users?$filter=${skill} eq 'js'&$select=displayName`)
  expect(answer.body.value).toEqual([{ displayName: 'ana' }])
})
