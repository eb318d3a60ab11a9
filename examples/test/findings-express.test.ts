// The findings at an endpoint that shares no code with our receiver: a correct one gets a clean bill, and each fault that a finding is
// about is named by that finding.
import { Agent, type IncomingMessage, request } from 'node:http'
import { FINDINGS } from '@scimulator/findings'
import { type Application, type ScimHandler, testEndpoint } from '@scimulator/harness/examine'
import { describeTarget } from '@scimulator/harness/target'
import { afterAll, afterEach, expect, test } from 'vitest'
import { sampleOf } from '../../scripts/gate/sample.ts'
import { FAULTS, startExpress, stopExpress } from './express-app.ts'
import { TOKEN } from './scim-client.ts'

const agent = new Agent({ keepAlive: true })

afterEach(stopExpress)
afterAll(() => agent.destroy())

/** Requests exactly as they are given, over a socket. */
function over(origin: string): ScimHandler {
  return ({ method, target, rawHeaders, body }) =>
    new Promise((resolve, reject) => {
      const length = body.length > 0 ? ['Content-Length', String(body.length)] : []
      const headers = ['Host', new URL(origin).host, ...rawHeaders, ...length]
      const sent = request(`${origin}${target}`, { method, headers, agent }, (answer) => {
        textOf(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 0, headers: headersOf(answer), body: text }),
          reject,
        )
      })
      sent.once('error', reject).end(body)
    })
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))
}

/** The sign-in beside the SCIM endpoint, by each of its ways in. */
function applicationAt(origin: string): Application {
  return {
    doors: ['sign-in', 'session', 'api-key'].map((way) => ({
      name: way,
      async asks(userName) {
        const answer = await fetch(`${origin}/can-sign-in?userName=${encodeURIComponent(userName)}&with=${way}`)
        return answer.status === 200 ? 'in' : answer.status === 403 ? 'out' : 'unknown'
      },
    })),
    async block(userName) {
      const headers = { 'Content-Type': 'application/json' }
      await fetch(`${origin}/block`, { method: 'POST', headers, body: JSON.stringify({ userName }) })
    },
  }
}

async function examined(faults: readonly string[], finding?: string) {
  const origin = await startExpress(...faults)
  return testEndpoint({
    handler: over(origin),
    url: `${origin}/scim/v2`,
    token: TOKEN,
    application: applicationAt(origin),
    // Two slashes come from a base URL that was typed with one at its end.
    endsInSlash: faults.includes('double-slash-refused'),
    ...(finding === undefined ? {} : { finding }),
  })
}

test('the correct endpoint works with everybody, and nothing is found', async () => {
  const { findings, unexplained, verdicts } = await examined([])
  expect({ findings, unexplained }).toEqual({ findings: [], unexplained: [] })
  expect(new Set(Object.values(verdicts).map(({ verdict }) => verdict))).toEqual(new Set(['works']))
})

/** Nothing is answered in time, or nothing any more after many requests: no question of their own shows them. */
const WITHOUT_QUESTION = ['slow', 'stops-answering']
const named = FINDINGS.map(({ id }) => id).filter((id) => Object.hasOwn(FAULTS, id) && !WITHOUT_QUESTION.includes(id))

test('most faults have a finding of their name', () => {
  expect(named.length).toBeGreaterThan(25)
})

/** Another part of them for each commit; `verify:long` asks for all. */
const asked = sampleOf('faults of the Express example', named.length, 28).flatMap((index) => named[index] ?? [])

test.each(asked)('%s is named, and nothing else where only its own questions are asked', async (fault) => {
  const { findings } = await examined([fault], fault)
  expect(findings.map(({ id }) => id)).toEqual([fault])
})

test('stops-answering is named, and what was not asked is not judged because of it', async () => {
  const target = `${await startExpress('stops-answering')}/scim/v2`
  const env = { TOKEN }
  const description = describeTarget({ flags: { target, tokenEnv: 'TOKEN' }, env })
  if (!description) throw new Error('the target has no description')
  const { findings, unexplained, notJudged } = await testEndpoint({ description, env, settle: [20] })
  expect({ findings: findings.map(({ id }) => id), unexplained }).toEqual({
    findings: ['stops-answering'],
    unexplained: [],
  })
  expect(new Set(notJudged.map(({ because }) => because))).toEqual(new Set(['stops-answering']))
})
