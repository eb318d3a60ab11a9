// Paging of an import, as a conversation over values: what is asked, and when it ends.
import { expect, test } from 'vitest'
import { resolveBehaviour } from '../src/behaviour.ts'
import { readTargetUsers } from '../src/connector/import-users.ts'

const PEOPLE = Array.from({ length: 230 }, (_, index) => ({ id: String(index), userName: `person-${index}@c.test` }))
const connection = { baseUrl: 'http://x.example', token: 'secret' }

/** The target's people as an import reads them, and which pages it asked for. */
function importFrom(page: (startIndex: number, count: number) => readonly object[]) {
  const conversation = readTargetUsers(connection, resolveBehaviour('jumpcloud-default'))
  const asked: number[] = []
  let step = conversation.next()
  while (!step.done) {
    const { searchParams } = new URL(step.value.url)
    const startIndex = Number(searchParams.get('startIndex'))
    asked.push(startIndex)
    if (asked.length > 10) throw new Error('it asks for ever')
    const Resources = page(startIndex, Number(searchParams.get('count')))
    const body = JSON.stringify({ totalResults: PEOPLE.length, Resources })
    step = conversation.next({
      request: step.value,
      startedAt: 0,
      durationMs: 0,
      response: { status: 200, headers: [], body },
    })
  }
  return { asked, ...step.value }
}

test('ends with the page that is not full', () => {
  const { asked, users, problem } = importFrom((start, count) => PEOPLE.slice(start - 1, start - 1 + count))
  expect({ asked, count: users.length, problem }).toEqual({ asked: [1, 101, 201], count: 230, problem: undefined })
})

test('ends at a target that gives the first page whatever it is asked for, and says so', () => {
  const { asked, users, problem } = importFrom((_, count) => PEOPLE.slice(0, count))
  expect({ asked, count: users.length }).toEqual({ asked: [1, 101], count: 100 })
  expect(problem).toBe('the page at startIndex=101 has no user who was not on an earlier one')
})

test('takes nobody twice who stands on two pages', () => {
  const { users } = importFrom((start, count) => PEOPLE.slice(Math.max(0, start - 11), start - 1 + count))
  expect(new Set(users.map(({ id }) => id)).size).toBe(users.length)
  expect(users).toHaveLength(230)
})
