import { expect, test } from 'vitest'
import { enterpriseUserSchema, parseTargetPath, readTarget } from './index.ts'

test.each([
  ['userName', { schema: null, attribute: 'userName', filter: null, subAttribute: null }],
  ['name.givenName', { schema: null, attribute: 'name', filter: null, subAttribute: 'givenName' }],
  [
    'emails[type eq "work"].value',
    { schema: null, attribute: 'emails', filter: { attribute: 'type', value: 'work' }, subAttribute: 'value' },
  ],
  [
    'roles[primary eq "True"].value',
    { schema: null, attribute: 'roles', filter: { attribute: 'primary', value: 'True' }, subAttribute: 'value' },
  ],
  [
    'roles[primary eq true].value',
    { schema: null, attribute: 'roles', filter: { attribute: 'primary', value: 'true' }, subAttribute: 'value' },
  ],
  [
    'urn:x:acme:2.0:User:contacts[primary eq false].value',
    {
      ...{ schema: 'urn:x:acme:2.0:User', attribute: 'contacts' },
      ...{ filter: { attribute: 'primary', value: 'false' }, subAttribute: 'value' },
    },
  ],
  [
    `${enterpriseUserSchema}:department`,
    { schema: enterpriseUserSchema, attribute: 'department', filter: null, subAttribute: null },
  ],
  [
    `${enterpriseUserSchema}:manager.value`,
    { schema: enterpriseUserSchema, attribute: 'manager', filter: null, subAttribute: 'value' },
  ],
  [
    'urn:ietf:params:scim:schemas:core:2.0:User:userName',
    { schema: null, attribute: 'userName', filter: null, subAttribute: null },
  ],
])('%s is taken apart', (text, parts) => {
  expect(parseTargetPath(text)).toEqual({ text, ...parts })
})

test.each(['', 'a b', 'emails[type eq work].value', 'emails[type ne "work"].value', 'a.b.c', 'urn:', '.value', 'a.'])(
  '%j is no target path',
  (text) => {
    expect(parseTargetPath(text)).toBeNull()
  },
)

test.each([
  ['userName', 'ada'],
  ['username', 'ada'],
  ['name.givenName', 'Ada'],
  ['emails[type eq "work"].value', 'a@b.c'],
  ['emails[type eq "home"].value', undefined],
  ['roles[primary eq "True"].value', 'admin'],
  ['roles[primary eq true].value', 'admin'],
  ['roles[primary eq false].value', 'reader'],
  [`${enterpriseUserSchema}:department`, 'IT'],
  ['title', undefined],
  ['nickName', undefined],
  ['toString', undefined],
  ['__proto__', undefined],
  ['name.constructor', undefined],
])('%s reads %j', (text, expected) => {
  const resource = {
    userName: 'ada',
    name: { givenName: 'Ada' },
    emails: [{ type: 'Work', value: 'a@b.c' }],
    roles: [
      { primary: false, value: 'reader' },
      { primary: true, value: 'admin' },
    ],
    title: '',
    nickName: null,
    [enterpriseUserSchema.toUpperCase()]: { department: 'IT' },
  }
  const path = parseTargetPath(text)
  expect(path === null ? 'no path' : readTarget(resource, path)).toEqual(expected)
})
