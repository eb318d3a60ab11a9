// Faults that no question asks for: the lives see them all the same, and show them raw.
import { createReceiver } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { type ScimHandler, type TestResult, testEndpoint } from '../../src/examine/index.ts'

type Wrong = (next: ScimHandler) => ScimHandler

const text = (body: Uint8Array): string => new TextDecoder().decode(body)
const bytes = (body: string): Uint8Array => new TextEncoder().encode(body)

/** Every second PATCH of a title is answered well and not done. */
const forgetsTitles: Wrong = (next) => (request) => {
  const body = text(request.body)
  const isBoth = request.method === 'PATCH' && body.includes('Head of Engineering')
  return next(isBoth ? { ...request, body: bytes(body.replaceAll('Head of Engineering', 'Engineer')) } : request)
}

/** Whoever is called back from a deletion gets no department. */
const losesDepartments: Wrong = (next) => (request) => {
  const body = text(request.body)
  const isManagement = request.method !== 'POST' && body.includes('Management')
  return next(isManagement ? { ...request, body: bytes(body.replaceAll('Management', 'Accounting')) } : request)
}

/** A rename of a group to a longer name empties it. */
const emptiesRenamedGroups: Wrong = (next) => async (request) => {
  const answer = await next(request)
  if (request.method !== 'PATCH' || !text(request.body).includes('crew renamed')) return answer
  const operations = [{ op: 'remove', path: 'members' }]
  const body = bytes(
    JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations }),
  )
  await next({ ...request, body })
  return answer
}

async function testWith(wrong: Wrong): Promise<TestResult> {
  const schedule = createVirtualSchedule(0)
  const ids = createSeededIds(1, 'lark')
  const receiver = createReceiver({ schedule, ids, profile: 'rfc', sources: [{ token: 'secret' }] })
  const handler = wrong(receiver.scim)
  return await testEndpoint({ handler, url: 'http://receiver.scimulator.test/scim/v2', token: 'secret' })
}

test.each([
  ['a title', forgetsTitles, 'title', ['promoted']],
  ['a department', losesDepartments, 'department', ['promoted']],
  ['members of a renamed group', emptiesRenamedGroups, 'members', ['group-renamed']],
])('%s that is not what it must be is shown with the act and the exchange', async (_name, wrong, attribute, acts) => {
  const { findings, unexplained, verdicts } = await testWith(wrong)
  expect(findings).toEqual([])
  expect(unexplained.length).toBeGreaterThan(0)
  expect(unexplained.every(({ what }) => what.includes(attribute))).toBe(true)
  expect([...new Set(unexplained.map(({ act }) => act))]).toEqual(acts)
  expect(unexplained[0]?.exchange?.request.method).toMatch(/PATCH|PUT/)
  expect(verdicts.entra.verdict).toBe('breaks')
  expect(verdicts.rfc.verdict).toBe('works')
})
