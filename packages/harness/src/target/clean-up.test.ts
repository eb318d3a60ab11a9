import type { Send } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { cleanUp } from './clean-up.ts'
import { createRunLedger, type LedgerEntry } from './run-ledger.ts'

const OWN = 'scimulator-aoxy0001-ana@example.com'
const URL = 'https://scim.example/v2'

/** An endpoint with one user, who has the run's name. */
async function cleaning(entries: readonly LedgerEntry[], thereBefore: readonly string[]) {
  const asked: string[] = []
  const user = { id: '7', userName: OWN }
  const send: Send = async (request) => {
    const path = request.url.slice(URL.length)
    asked.push(`${request.method} ${path.split('?')[0]}`)
    const body = path.startsWith('/Users/7') ? user : { totalResults: 1, Resources: [user] }
    const response = { status: 200, headers: [], body: JSON.stringify(body) }
    return { request, startedAt: 0, durationMs: 0, response }
  }
  const leftovers = await cleanUp({
    connection: { url: URL, headers: [], send },
    ledger: createRunLedger(entries),
    owns: (value) => value.includes('scimulator-aoxy0001'),
    inventory: { has: ({ id }) => thereBefore.includes(id) },
    note: async () => {},
  })
  return { leftovers, asked }
}

const POSTING: LedgerEntry = { event: 'posting', seq: 1, kind: 'Users', name: OWN }
const TAKEN_OVER: LedgerEntry = { event: 'taken-over', kind: 'Users', id: '7' }

test('an account that was there before is nothing that anybody should delete, whatever name the endpoint has given it', async () => {
  const { leftovers, asked } = await cleaning([POSTING, TAKEN_OVER], ['7'])
  expect(leftovers).toEqual([])
  expect(asked.filter((line) => !line.startsWith('GET'))).toEqual([])
})

test('one of which it is not known whose it is is named, and may be looked at; no command deletes it', async () => {
  const { leftovers, asked } = await cleaning([POSTING, TAKEN_OVER], [])
  expect(leftovers).toMatchObject([{ id: '7', reason: expect.stringContaining('it was left alone') }])
  expect(leftovers[0]?.byHand).toContain('/Users/7')
  expect(leftovers[0]?.byHand).not.toContain('DELETE')
  expect(asked.filter((line) => !line.startsWith('GET'))).toEqual([])
})

test('where every write has to name a version, what was made is removed all the same', async () => {
  let isThere = true
  const sent: string[] = []
  const send: Send = async (request) => {
    const version = request.headers.find(([name]) => name === 'If-Match')?.[1]
    sent.push(`${request.method} ${version ?? ''}`.trim())
    const isDone = request.method === 'DELETE' && version !== undefined
    if (isDone) isThere = false
    const status = request.method === 'DELETE' ? (isDone ? 204 : 428) : isThere ? 200 : 404
    const body = status === 200 ? JSON.stringify({ id: '7', userName: OWN }) : ''
    return { request, startedAt: 0, durationMs: 0, response: { status, headers: [], body } }
  }
  const leftovers = await cleanUp({
    connection: { url: URL, headers: [], send },
    ledger: createRunLedger([POSTING, { event: 'made', seq: 1, kind: 'Users', id: '7' }]),
    owns: (value) => value.includes('scimulator-aoxy0001'),
    note: async () => {},
  })
  expect({ leftovers, sent }).toEqual({ leftovers: [], sent: ['GET', 'DELETE', 'DELETE *', 'GET'] })
})
