import { expect, test } from 'vitest'
import { readHead } from './request-head.ts'

//  target | segments | base URL
test.each([
  ['/scim/v2/Users/1', ['Users', '1'], 'http://h/scim/v2'],
  ['//scim//v2//Users//', ['Users'], 'http://h/scim/v2'],
  ['/scim/v2', [], 'http://h/scim/v2'],
  ['/scim/v2?aadOptscim062020', [], 'http://h/scim/v2'],
  ['http://elsewhere/scim/v2/Users', ['Users'], 'http://h/scim/v2'],
  ['/scim/v2/Schemas/urn%3Ax', ['Schemas', 'urn:x'], 'http://h/scim/v2'],
  ['/organisations/a%20b/scim/v2/Users', ['Users'], 'http://h/organisations/a%20b/scim/v2'],
  ['/scim/v1/Users', undefined, 'http://h/scim/v2'],
  ['/Users', undefined, 'http://h/scim/v2'],
  ['/', undefined, 'http://h/scim/v2'],
  ['*', undefined, 'http://h/scim/v2'],
])('%s is below the base path as %j', (target, segments, baseUrl) => {
  const head = readHead({ method: 'GET', target, rawHeaders: [], body: new Uint8Array(0), baseUrl: 'http://h' }, 1_000)
  expect([head.segments, head.baseUrl]).toEqual([segments, baseUrl])
})

//  query | parameters
test.each([
  ['filter=userName+eq+%22a%2Bb%22', { filter: 'userName eq "a+b"' }],
  ['StartIndex=2&COUNT=3', { startindex: '2', count: '3' }],
  ['filter', { filter: '' }],
  ['a=1&__proto__=2&&=', {}],
  ['filter=a=b', { filter: 'a=b' }],
])('the query %s is read', (query, parameters) => {
  const target = `/scim/v2/Users?${query}`
  const head = readHead({ method: 'GET', target, rawHeaders: [], body: new Uint8Array(0), baseUrl: 'http://h' }, 1_000)
  expect(Object.fromEntries(head.query)).toEqual(parameters)
})
