import { expect, test } from 'vitest'
import { lastTold, resourceIn } from './last-told.ts'
import { sampleHead } from './sample-head.ts'

const heads = [
  sampleHead({ seq: 1, method: 'POST', purpose: 'create', status: 201 }),
  sampleHead({ seq: 2, objectId: 'b2', name: 'Bob Lind', method: 'POST', status: 201 }),
  sampleHead({ seq: 4, status: 204 }),
  sampleHead({ seq: 5, method: 'GET', purpose: 'read', status: 500 }),
  sampleHead({ seq: 6, status: 204 }),
  sampleHead({ seq: 8, method: 'GET', purpose: 'match', objectId: null, object: 'user', filter: 'x', found: 0 }),
]

test.each([
  ['now: whatever the last one of somebody was about', undefined, { id: 'a1', by: 1, since: [4, 6] }],
  ['as of an exchange that answers with nothing', 4, { id: 'a1', by: 1, since: [4] }],
  ['as of one that answers with the resource', 2, { id: 'b2', name: 'Bob Lind', by: 2, since: [] }],
  ['between two', 3, { id: 'b2', by: 2 }],
])('%s', (_when, at, told) => {
  expect(lastTold(heads, at)).toMatchObject(told)
})

test('before the first there is nobody, and who was never shown has no answer', () => {
  expect(lastTold(heads, 0)).toBeUndefined()
  expect(lastTold([sampleHead({ seq: 3, method: 'DELETE', status: 204 })], undefined)).toMatchObject({
    by: undefined,
    since: [3],
  })
})

test('the resource is the answer, or the only one of a list, and no other', () => {
  expect(resourceIn('{"id":"a1","userName":"ana"}', 'a1')).toEqual({ id: 'a1', userName: 'ana' })
  expect(resourceIn('{"Resources":[{"id":"a1"}]}', 'a1')).toEqual({ id: 'a1' })
  expect(resourceIn('{"Resources":[{"id":"b2"}]}', 'a1')).toBeUndefined()
  expect(resourceIn('not JSON', 'a1')).toBeUndefined()
  expect(resourceIn(null, 'a1')).toBeUndefined()
})
