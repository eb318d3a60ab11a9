// What a page of somebody else, and the policy of ours, can and cannot do.
import { request as httpRequest } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (isHere) browser = await testChromium()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  if (isHere) served = await servedWorld()
})
afterEach(() => served?.close())

function head(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
      .on('error', reject)
      .end()
  })
}

describe.runIf(isHere)('strangers', () => {
  test.each(['/', '/wire', '/_scimulator/world/views/clock', '/_scimulator/events'])(
    'under a name that leads here by DNS rebinding, %s is refused',
    async (path) => {
      expect((await head(`${served.url}${path}`, { host: 'rebound.example' })).status).toBe(403)
    },
  )

  test('a page of another origin can neither read nor act', async () => {
    const elsewhere = await servedWorld()
    const { page, close } = await consolePage(browser, elsewhere.url)
    const tried = await page.evaluate(
      `Promise.all([
        fetch("${served.url}/_scimulator/world/views/world", { mode: "no-cors" }),
        fetch("${served.url}/_scimulator/world/verbs/start-over", { method: "POST", mode: "no-cors", body: "{}" }),
      ]).then(() => "sent", () => "blocked")`,
    )
    expect(tried).toBe('blocked')
    expect((await head(`${served.url}/_scimulator/world/views/world`, { origin: elsewhere.url })).status).toBe(403)
    await close()
    await elsewhere.close()
  })

  test('a page is answered with a policy without inline script, another nonce each time', async () => {
    const [first, second] = await Promise.all([fetch(served.url), fetch(served.url)])
    const policy = first.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'nonce-")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toBe(second.headers.get('content-security-policy'))
    expect(await first.text()).not.toMatch(/NONCE|<script(?![^>]*\bsrc=)/)
  })

  test('no view that the pages read has the token of a sync source', async () => {
    const source = Object(await served.act('receiver.add-source', { kind: 'Entra ID', activate: true }))
    await served.act('entra.create-app', { name: 'Lark' })
    await served.act('entra.set-credentials', { tenantUrl: source.url, secretToken: source.token })
    await served.act('entra.test-connection')
    const views = ['entra.job', 'lark.sync-sources', 'lark.admin-log', 'entra.audit-logs', 'world.traffic']
    for (const view of views) {
      const [program, name] = view.split('.')
      const answer = await fetch(
        `${served.url}/_scimulator/${program}/views/${name}${view === 'world.traffic' ? '?whole=true' : ''}`,
      )
      const text = await answer.text()
      expect([view, answer.status, text.includes(source.token)]).toEqual([view, 200, false])
    }
  })
})
