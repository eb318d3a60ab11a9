import { expect, test } from 'vitest'
import { requestTarget } from './request-target.ts'

test.each([
  ['/users', { pathname: '/users', search: '' }],
  ['/users?q=a?b', { pathname: '/users', search: 'q=a?b' }],
  ['//', { pathname: '//', search: '' }],
  ['//other.example/api/users?', { pathname: '//other.example/api/users', search: '' }],
  ['http://localhost:80/api/users?limit=1', { pathname: '/api/users', search: 'limit=1' }],
  ['/%zz?%zz', { pathname: '/%zz', search: '%zz' }],
  [undefined, { pathname: '/', search: '' }],
])('%s is parted, and never refused', (target, parts) => {
  expect(requestTarget(target)).toEqual(parts)
})
