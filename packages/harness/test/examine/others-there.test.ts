// An endpoint at which people are already: they cost a test few requests, are as before afterwards, and when one changes meanwhile it is told.
import { createReceiver } from '@scimulator/receiver'
import { afterEach, expect, test } from 'vitest'
import { type TestResult, testEndpoint } from '../../src/examine/index.ts'
import { describeGiven } from '../../src/target/describe-target.ts'
import { all, reaching } from './reaching.ts'
import { closeServers, serve } from './served.ts'
import type { Variant } from './wrapped.ts'

const TOKEN = 'secret'
const closers: (() => unknown)[] = []
afterEach(async () => {
  closeServers()
  await Promise.all(closers.splice(0).map((close) => close()))
})

interface Meanwhile {
  readonly target: string
  readonly body: Uint8Array
}

async function endpointWith(people: number, variant: Variant = (next) => next) {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  closers.push(() => receiver.close())
  const faulty = variant(receiver.scim)
  let meanwhile: Meanwhile | undefined
  let isTested = false
  const origin = await serve(async (request) => {
    const now = request.method === 'PATCH' ? meanwhile : undefined
    if (now) {
      meanwhile = undefined
      await receiver.scim({ ...request, method: 'PATCH', ...now })
    }
    return isTested ? faulty(request) : receiver.scim(request)
  })
  const url = `${origin}/scim/v2`
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' }
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    return await answer.text()
  }
  for (let at = 0; at < people; at += 1)
    await send('POST', '/Users', { schemas: [USER], userName: `there${at}@ex.net` })
  isTested = true
  const everybody = () => send('GET', '/Users?count=1000')
  /** What a colleague sends before the first PATCH of the test. */
  const colleague = (sends: Meanwhile) => {
    meanwhile = sends
  }
  return { url, everybody, colleague }
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

function tested(url: string): Promise<TestResult> {
  const description = describeGiven({ url, token: TOKEN }, {})
  return testEndpoint({ description, settle: [] })
}

test('with 150 people there a correct endpoint gets a clean bill within 3,000 requests, and they are as before', async () => {
  const { url, everybody } = await endpointWith(150)
  const before = await everybody()
  const { findings, unexplained, verdicts, requests, leftBehind } = await tested(url)
  expect({ findings, unexplained, leftBehind }).toEqual({ findings: [], unexplained: [], leftBehind: [] })
  expect(Object.values(verdicts).map(({ verdict }) => verdict)).toEqual(Array(5).fill('works'))
  expect(requests).toBeLessThanOrEqual(3_000)
  expect(await everybody()).toBe(before)
}, 60_000)

test('somebody who changes meanwhile ends the test: it is told who and what, and no verdict is given', async () => {
  const { url, everybody, colleague } = await endpointWith(20)
  const [one] = JSON.parse(await everybody()).Resources
  const Operations = [{ op: 'replace', path: 'title', value: 'Changed by a colleague' }]
  const body = new TextEncoder().encode(JSON.stringify({ schemas: [PATCH_OP], Operations }))
  colleague({ target: `/scim/v2/Users/${one.id}`, body })
  const { findings, unexplained, verdicts, notJudged, leftBehind } = await tested(url)
  expect(findings).toEqual([])
  expect(unexplained).toHaveLength(1)
  expect(unexplained[0]?.what).toMatch(
    new RegExp(
      `^others/as-before: The user ${one.id}, there before the run, has changed \\(seen .*\\): title, .* Test again while no one else`,
    ),
  )
  expect(unexplained[0]?.what).not.toContain('by a colleague')
  expect(Object.values(verdicts).map(({ verdict }) => verdict)).toEqual(Array(5).fill('unknown'))
  expect(notJudged).toContainEqual({ question: 'delete/gone', because: 'others/as-before' })
  expect(leftBehind).toEqual([])
  expect(JSON.parse(await everybody()).totalResults).toBe(20)
}, 60_000)

test('where the first PATCH reaches everybody who is there, that is the finding, and nothing more is written', async () => {
  const { url } = await endpointWith(20, reaching('PATCH', 'Users', all))
  const { findings, unexplained, leftBehind, requests } = await tested(url)
  expect(findings.map(({ id }) => id)).toEqual(['changes-others'])
  expect({ unexplained, leftBehind }).toEqual({ unexplained: [], leftBehind: [] })
  expect(requests).toBeLessThan(150)
}, 60_000)
