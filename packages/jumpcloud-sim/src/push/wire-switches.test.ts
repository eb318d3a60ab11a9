// What the switches of the wire change that has no rule of its own: a member, a header, an order.
import { expect, test } from 'vitest'
import { resolveBehaviour } from '../behaviour.ts'
import type { SystemUser } from '../directory/system-user.ts'
import { compose } from './compose.ts'
import { groupCreateBody } from './group-body.ts'
import { userResource } from './map-user.ts'

const behaviour = (switches: Readonly<Record<string, unknown>> = {}) => resolveBehaviour('jumpcloud-default', switches)
const ANA: Partial<SystemUser> = { username: 'ana', email: 'ana@b.example', account_locked: true, suspended: false }
const user = (switches?: Readonly<Record<string, unknown>>) =>
  userResource({ ...(ANA as SystemUser), addresses: [], phoneNumbers: [] }, [], behaviour(switches))
const sent = (switches?: Readonly<Record<string, unknown>>) =>
  compose({ baseUrl: 'https://b.example', token: 't' }, behaviour(switches), 'POST', '/Users', {
    userName: 'ana',
    active: true,
  })

test('the user name is that of JumpCloud, or the email address', () => {
  expect(user().userName).toBe('ana')
  expect(user({ userNameSource: 'email' }).userName).toBe('ana@b.example')
})

test('a locked account is active, or not', () => {
  expect(user().active).toBe(true)
  expect(user({ lockedUsersInactive: true }).active).toBe(false)
})

test('a group is created without an externalId, or with its id', () => {
  expect(groupCreateBody('Sales', 'g1', ['u1'], behaviour())).not.toHaveProperty('externalId')
  expect(groupCreateBody('Sales', 'g1', ['u1'], behaviour({ groupExternalId: 'id' }))).toHaveProperty(
    'externalId',
    'g1',
  )
})

test('keys stand in the order of the alphabet, or of the mapping', () => {
  expect(sent().body).toBe('{"active":true,"userName":"ana"}')
  expect(sent({ keyOrder: 'as-mapped' }).body).toBe('{"userName":"ana","active":true}')
})

test.each([
  ['Content-Type', 'contentType', 'application/scim+json'],
  ['User-Agent', 'userAgent', 'JumpCloud'],
])('%s is what %s says', (name, id, value) => {
  const of = (switches?: Readonly<Record<string, unknown>>) => new Map(sent(switches).headers).get(name)
  expect(of()).not.toBe(value)
  expect(of({ [id]: value })).toBe(value)
})
