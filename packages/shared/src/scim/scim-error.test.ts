import { expect, test } from 'vitest'
import { quoteForDetail, ScimError, scimErrors } from './scim-error.ts'

test('an error becomes the message of RFC 7644 §3.12, its status a string', () => {
  expect(new ScimError('uniqueness', 'userName is taken.').toBody()).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '409',
    scimType: 'uniqueness',
    detail: 'userName is taken.',
  })
})

test('an error without a scimType does not mention one', () => {
  expect(new ScimError('notFound').toBody()).not.toHaveProperty('scimType')
})

test('every scimType of RFC 7644 table 9 and RFC 9865 is there under its own name', () => {
  const named = Object.entries(scimErrors).filter(([, definition]) => definition.scimType !== undefined)
  expect(named.every(([code, definition]) => code === definition.scimType)).toBe(true)
  expect(named).toHaveLength(13)
})

test('a hostile name is cut and escaped in a detail', () => {
  expect(quoteForDetail('"\n')).toBe('"\\"\\n"')
  expect(quoteForDetail('x'.repeat(1000)).length).toBeLessThan(100)
})
