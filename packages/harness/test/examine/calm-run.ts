// The same over HTTP, behind a proxy that takes 0 to 400 ms for each request and lets 8 requests a second through, the others being
// answered 429 with Retry-After. Time runs faster than it is, for everybody alike.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RealTime } from '@scimulator/shared/runtime'
import { type ScimHandler, type TestResult, testEndpoint } from '../../src/examine/index.ts'
import { describeTarget } from '../../src/target/index.ts'
import { chance, lagging, withColleague } from './calm-endpoint.ts'

/** As many runs as must say the same. */
export const CALM_RUNS = 20

const JITTER_MS = 400
const PER_SECOND = 8

/** @param speed how many milliseconds pass in one of the real ones */
export async function calmRun(run: number, speed: number): Promise<TestResult> {
  const time = fasterTime(speed)
  const random = chance(run)
  const endpoint = limited(
    jittery(
      withColleague(
        lagging(run, () => time.now(), random),
        random,
      ),
      time,
      random,
    ),
    time,
  )
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = 'GET', url = '/', rawHeaders, headers } = request
    const body = Buffer.concat(chunks)
    const answer = await endpoint({ method, target: url, rawHeaders, body, baseUrl: `http://${headers.host}` })
    // The Date of this machine is another time than that of the test.
    response.sendDate = false
    response.writeHead(answer.status, answer.headers).end(answer.body)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  try {
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`
    const env = { TOKEN: 'secret' }
    const description = describeTarget({ flags: { target, tokenEnv: 'TOKEN' }, env })
    if (!description) throw new Error('the target has no description')
    return await testEndpoint({ description, env, time })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** What a run has said, without figures. */
export function whatCalmSaid({ findings, unexplained, notJudged, leftBehind, verdicts }: TestResult) {
  return {
    findings: findings.map(({ id, detail }) => `${id}: ${detail}`),
    unexplained: unexplained.map(({ what }) => what),
    notJudged: notJudged.map(({ question }) => question),
    leftBehind,
    verdicts: Object.values(verdicts).map(({ verdict }) => verdict),
  }
}

function fasterTime(speed: number): RealTime {
  const start = performance.now()
  const epoch = Date.parse('2026-01-05T08:00:00Z')
  return {
    now: () => epoch + (performance.now() - start) * speed,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / speed)),
  }
}

function jittery(next: ScimHandler, time: RealTime, random: () => number): ScimHandler {
  return async (request) => {
    await time.sleep(random() * JITTER_MS)
    return next(request)
  }
}

function limited(next: ScimHandler, time: RealTime): ScimHandler {
  const latest: number[] = []
  return async (request) => {
    const now = time.now()
    while (latest.length > 0 && now - (latest[0] ?? now) >= 1_000) latest.shift()
    if (latest.length >= PER_SECOND) return { status: 429, headers: { 'retry-after': '1' }, body: '' }
    latest.push(now)
    return next(request)
  }
}
