// Somebody's own endpoint in the place of the receiver, as its developer sees it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLiveSurface, openLiveWorld } from '@scimulator/harness/live'
import { shippedPrograms } from '@scimulator/harness/programs'
import { createReceiver, type Receiver } from '@scimulator/receiver'
import { type Listening, listen } from '@scimulator/shared/http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { demoCompany } from '../../src/cli/up/demo-company.ts'
import { type OpenedForeignTarget, openForeignTarget } from '../../src/cli/up/foreign-target.ts'
import { upPrograms } from '../../src/cli/up/open-programs.ts'
import { readPageFiles } from '../../src/cli/up/page-files.ts'
import { createPageServer } from '../../src/cli/up/page-server.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage, DESKTOP, misplaced, PHONE, violations } from './console-page.ts'
import { NAME } from './list-lengths.ts'
import { pressByKey, walkedPage } from './walk.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const LOOKS_AT = [
  ['light', PHONE],
  ['dark', DESKTOP],
] as const
const AUTHORISED = { authorization: 'Bearer secret', 'content-type': 'application/scim+json' }

let browser: Browser
let receiver: Receiver
let endpoint: Listening
let pages: Listening
let target: OpenedForeignTarget
let folder: string
let closeWorld: () => Promise<void>

beforeAll(async () => {
  if (!isHere) return
  folder = mkdtempSync(join(tmpdir(), 'scimulator-target-'))
  process.env.SCIMULATOR_TEST_TOKEN = 'secret'
  receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
  endpoint = await listen(receiver.handle)
  await fetch(`${endpoint.url}/scim/v2/Users`, {
    method: 'POST',
    headers: AUTHORISED,
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ruth@contoso.com' }),
  })
  const flags = { target: `${endpoint.url}/scim/v2`, tokenEnv: 'SCIMULATOR_TEST_TOKEN' }
  const opened = await openForeignTarget(flags, false, folder)
  if (!opened) throw new Error('nothing was opened')
  target = opened
  const fail = (reason: unknown): never => {
    throw reason
  }
  const world = await openLiveWorld({
    kinds: upPrograms(await shippedPrograms(), {
      data: undefined,
      receiverUrl: undefined,
      onStopped: fail,
      onFault: fail,
    }),
    start: undefined,
    epoch: 'browser',
    async fill(programs) {
      const company = demoCompany(12)
      await programs.get('entra')?.control.verbs.get('load-company')?.run({ company })
      await programs.get('jumpcloud')?.control.verbs.get('load-company')?.run({ company, usernames: 'email' })
    },
    onFault: fail,
    target,
  })
  closeWorld = () => world.close()
  const [surface, files] = [createLiveSurface(world), createPageServer(await readPageFiles())]
  pages = await listen((request, response) => {
    void surface(request, response).then((done) => done || files(request, response))
  })
  browser = await testChromium()
})
afterAll(async () => {
  if (!isHere) return
  await target.leave()
  await Promise.all([browser.close(), pages.close(0), endpoint.close(0), closeWorld()])
  await receiver.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The same handler on the same port, or on a new one. */
async function restarted(handle: Parameters<typeof listen>[0]): Promise<Listening> {
  const { port } = endpoint
  await endpoint.close(0)
  return listen(handle, { port })
}

/** A user and a group of Entra ID, each by itself. */
async function oneOfEach(): Promise<void> {
  const app = 'One'
  const user = 'one@contoso.example'
  await act('create-user', { userPrincipalName: user, displayName: NAME })
  await act('create-group', { name: NAME, members: [user] })
  await act('create-app', { name: app })
  await act('set-credentials', { app, tenantUrl: target.url, secretToken: 'secret' })
  await act('assign', { app, users: [user], group: NAME })
  await act('provision-on-demand', { app, user })
  await act('provision-on-demand', { app, group: NAME })
}

/** As an administrator of Entra ID. */
async function act(verb: string, input: object): Promise<void> {
  const answer = await fetch(`${pages.url}/_scimulator/entra/verbs/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(`${verb}: ${await answer.text()}`)
}

describe.runIf(isHere)('your own endpoint', () => {
  test('is connected, shows what each write changed, and who is there of ours; of others nothing', async () => {
    const { page, noise, presses, close } = await consolePage(browser, `${pages.url}/`)
    await page.getByText('nobody else’s are changed or shown').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Connect Entra ID' }).click()
    await page.getByRole('link', { name: 'Watch the wire' }).click()
    // Following the newest, the list may have scrolled past the people.
    await page
      .getByText(/^(user|group) created$/)
      .first()
      .waitFor()
    await page.getByRole('region', { name: 'Your endpoint' }).getByText('12 users').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Is it there?' }).click()
    await page.getByText(/^It answered 200 after/).waitFor()
    await page.getByRole('link', { name: '12 users' }).click()
    await page.getByRole('row').nth(5).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('ruth')
    expect(await page.getByRole('navigation', { name: 'Pages' }).getByText('Sync log').count()).toBe(0)
    expect(await violations(page)).toEqual([])
    expect([await presses(), noise]).toEqual([4, []])
    await close()
  })

  test.each(
    sampleOf('looks at the pages of an endpoint', LOOKS_AT.length, 1).flatMap((at) =>
      LOOKS_AT[at] ? [LOOKS_AT[at]] : [],
    ),
  )('its pages in %s, %o: no violation, no sideways scroll', async (colorScheme, viewport) => {
    const { page, noise, close } = await consolePage(browser, `${pages.url}/target/groups`, { colorScheme, viewport })
    await page.getByRole('button', { name: 'Read anew' }).click()
    for (const path of ['/target/groups', '/target/users', '/', '/wire?tab=receiver']) {
      await page.goto(`${pages.url}${path}`)
      await page.locator('h1').waitFor()
      await expect.poll(() => page.getByText(/^Reading /).count()).toBe(0)
      expect([path, await violations(page)]).toEqual([path, []])
      expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(viewport.width)
    }
    expect(noise).toEqual([])
    await close()
  })

  test('an endpoint that breaks is seen, its request copied in four presses, and when it is mended it goes on', async () => {
    const { page, presses, close } = await walkedPage(
      browser,
      { url: `${pages.url}/wire`, besides: () => [] },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    )
    endpoint = await restarted((_request, response) => void response.writeHead(500).end('<html>broken</html>'))
    await act('create-user', { userPrincipalName: 'late@contoso.example', displayName: 'Late' })
    // By the keyboard alone.
    await pressByKey(page, page.getByRole('button', { name: 'Sync now' }))
    const failed = page.getByRole('row', { name: /#\d+ .* the endpoint failed with 500/ }).first()
    await failed.waitFor()
    await page.keyboard.press('e')
    await expect.poll(() => page.url()).toContain('errors=only')
    await pressByKey(page, failed)
    await page.getByRole('button', { name: 'Copy as curl' }).waitFor()
    await page.keyboard.press('c')
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await presses()).toBeLessThanOrEqual(4)
    await pressByKey(page, page.getByRole('button', { name: 'Fault on requests like this' }))
    await pressByKey(page, page.getByRole('button', { name: 'Set', exact: true }))
    await page.getByText(/^Set to go wrong: answer 503 for /).waitFor()
    await pressByKey(page, page.getByRole('button', { name: 'Lift' }))
    expect(await presses()).toBeLessThanOrEqual(4 + 4)
    endpoint = await restarted(receiver.handle)
    await page.getByRole('button', { name: 'Close' }).first().click()
    await page.getByRole('button', { name: 'Is it there?' }).click()
    await page.getByText(/^It answered 200 after/).waitFor()
    await close()
  })

  test('what an exchange shows to be wrong stands beside it, with what is right; others are shown at a press only', async () => {
    endpoint = await restarted((request, response) => {
      request.url = request.url?.replace(/filter=[^&]*&?/, '') ?? ''
      receiver.handle(request, response)
    })
    const { page, noise, close } = await consolePage(browser, `${pages.url}/wire`)
    await page.getByRole('button', { name: 'Is it there?' }).click()
    await page.getByText(/^It answered 200 after/).waitFor()
    await act('create-user', { userPrincipalName: 'found@contoso.example', displayName: 'Found' })
    await page.getByRole('button', { name: 'Sync now' }).click()
    await page.getByRole('region', { name: 'Findings' }).getByRole('link', { name: 'A lookup finds everybody' }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    const finding = details.getByRole('region', { name: 'Finding: A lookup finds everybody' })
    await finding.getByText('--finding filter-ignored').waitFor()
    expect(await finding.innerText()).toMatch(/What is right\n.*RFC 7644/)
    await page.getByRole('row').getByText('A lookup finds everybody').first().waitFor()
    await details.getByRole('tab', { name: 'Answer' }).click()
    await details.getByText('"notOurs"').first().waitFor()
    expect(await page.locator('body').innerText()).not.toContain('ruth')
    await details.getByRole('button', { name: 'Read it again and show them' }).click()
    await details.getByText('ruth@contoso.com').waitFor()
    expect(await violations(page)).toEqual([])
    await details.getByRole('button', { name: 'Cover them again' }).click()
    expect(await page.locator('body').innerText()).not.toContain('ruth')
    const wire = await fetch(`${pages.url}/_scimulator/world/views/traffic?whole=true&limit=1000`)
    expect(await wire.text()).not.toContain('ruth')
    expect(noise).toEqual([])
    endpoint = await restarted(receiver.handle)
    await close()
  })

  test('start over deletes what was made there', async () => {
    const { page, close } = await consolePage(browser, `${pages.url}/wire`)
    await page
      .getByRole('banner')
      .getByRole('link', { name: new URL(endpoint.url).host })
      .waitFor()
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByRole('menuitem', { name: /^Leave the \d+ users/ }).waitFor()
    await page.getByRole('menuitem', { name: /^Delete the \d+ users/ }).click()
    await page.getByText('What was made at your endpoint is deleted.').waitFor()
    const left = await fetch(`${endpoint.url}/scim/v2/Users?count=0`, { headers: AUTHORISED })
    expect(await left.json()).toMatchObject({ totalResults: 1 })
    await close()
  })

  // After the world has begun anew: nobody of ours is there.
  test('its pages without anybody say what would fill them, and with one of each show whom, whose name is markup', async () => {
    const { page, noise, close } = await consolePage(browser, `${pages.url}/target/users`, { viewport: PHONE })
    await page.getByText('Nobody was made there yet.').waitFor()
    await page.goto(`${pages.url}/target/groups`)
    await page.getByText('No group was made there yet.').waitFor()
    await oneOfEach()
    for (const path of ['/target/users', '/target/groups']) {
      await page.goto(`${pages.url}${path}`)
      await page.getByText('1 entry', { exact: true }).waitFor()
      await page.getByRole('grid').getByRole('row').last().click()
      await expect.poll(() => page.getByText(NAME).count(), { message: path }).toBeGreaterThan(0)
      expect([path, await page.locator('img[src=x]').count()]).toEqual([path, 0])
      expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(PHONE.width)
      expect([path, await misplaced(page)]).toEqual([path, []])
      expect([path, await violations(page)]).toEqual([path, []])
    }
    expect(noise).toEqual([])
    await close()
  })
})
