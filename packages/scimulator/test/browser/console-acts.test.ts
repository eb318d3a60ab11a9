import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage, PHONE } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'
import { pressByKey, reach, walkedPage } from './walk.ts'

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

/** Over the first half of the strip. */
async function dragOver(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: /^How \d+ exchanges went/ }).boundingBox()
  if (!box) throw new Error('There is no strip.')
  await page.mouse.move(box.x + 2, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 4, box.y + 8)
  await page.mouse.move(box.x + box.width / 2, box.y + 8)
  await page.mouse.up()
}

/** Runs what was copied, as somebody who has pasted it would. @returns the status, and of whom the answer is */
async function runByShell(command: string, member: string): Promise<readonly [number, string]> {
  // As if it had never been carried out.
  await served.act('lark.delete-member', { member })
  await served.act('lark.purge-deleted-member', { member })
  const [{ key: source }] = Object(await served.view('lark.sync-sources')).items
  const { token } = Object(await served.act('lark.refresh-token', { source }))
  const run = promisify(execFile)
  const args = ['-c', `${command} --silent --write-out '\n%{http_code}'`]
  const { stdout } = await run('/bin/sh', args, { env: { ...process.env, SCIM_TOKEN: String(token) } })
  const [body = '', status] = stdout.split(/\n(?=\d+$)/)
  expect(Object(await served.view(`lark.members?q=${member}`)).total).toBe(1)
  return [Number(status), Object(JSON.parse(body)).userName]
}

/** A token is valid for a year; whoever comes with it later is refused, and administrators are told. */
async function expiredByTheClock(page: Page): Promise<void> {
  const { url, token } = Object(await served.act('lark.add-sync-source', { kind: 'Entra ID', activate: true }))
  await page.getByRole('navigation').getByRole('link', { name: 'Directory sync' }).click()
  await page.getByRole('button', { name: 'Lark & Entra ID Sync App', exact: true }).click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByText('valid until 5 Feb 2027 09:00').waitFor()
  await page.getByRole('button', { name: /^Clock/ }).click()
  await page.getByRole('menuitem', { name: 'To a date…' }).click()
  await page.getByRole('dialog').getByLabel('Date and time, UTC').fill('2027-02-05T09:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await details.getByText('expired', { exact: true }).waitFor()
  expect((await fetch(`${url}/Users`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  await page.getByRole('navigation').getByRole('link', { name: 'Messages' }).click()
  await page.getByRole('row', { name: /token expired/ }).waitFor()
}

/** Of the exchange that is open. */
async function answeredFirst(link: string): Promise<readonly [number, string]> {
  const seq = new URL(link).searchParams.get('open')
  const { item } = Object(await served.view(`world.traffic/${seq}?whole=true`))
  return [item.value.status, Object(JSON.parse(item.value.response.body)).userName]
}

// All of them take longer than the gate has: for each commit one half, and both with SCIMULATOR_SAMPLE=all.
const HALVES = sampleOf('halves of what people press', 2, 1)
const oneHalf = test.runIf(HALVES.includes(0))
const otherHalf = test.runIf(HALVES.includes(1))

describe.runIf(isHere)('people who press', () => {
  test('a joiner and a leaver are shown by the keyboard alone, in five presses and then three for each act', async () => {
    const { page, noise, presses, uncaused, end, close } = await walkedPage(browser, served)
    const press = (role: 'button' | 'link', name: string) =>
      pressByKey(page, page.getByRole(role, { name, exact: true }))
    await press('button', 'Connect Entra ID')
    await press('link', 'Watch the wire')
    await reach(page, page.getByRole('textbox', { name: 'Somebody new' }))
    // A name is there already.
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Anna Berg')
    await press('button', 'Hire')
    await page.getByText('Anna Berg was hired.').waitFor()
    await press('button', 'Sync now')
    await page.getByText('Entra ID creates Anna Berg: created.').waitFor()
    expect(await presses()).toBeLessThanOrEqual(5)
    await press('button', 'Leave')
    await page.getByText('Alice Jacobi leaves.').waitFor()
    await press('button', 'Sync now')
    await page.getByText('Entra ID says that Alice Jacobi is disabled: done, and deactivates Alice Jacobi.').waitFor()
    await page
      .getByRole('region', { name: 'The application' })
      .getByText('status (active): Active → Inactive')
      .waitFor()
    expect(await presses()).toBeLessThanOrEqual(5 + 3)
    // What is counted and forbidden here is so on the other walks.
    expect(() => page.goto('/')).toThrow('no goto')
    expect(() => page.locator('body').evaluate('0')).toThrow('no evaluate')
    expect(await uncaused()).toEqual([])
    await served.view('world.clock')
    await end().evaluate('fetch("/_scimulator/world/verbs/stop-advancing", { method: "POST" })')
    await end().evaluate('fetch("/_scimulator/world/verbs/stop-advancing", { method: "POST" })')
    expect(await uncaused()).toEqual([
      expect.stringMatching(/^POST \/_scimulator\/world\/verbs\/stop-advancing after \d+ inputs$/),
      'GET /_scimulator/world/views/clock',
    ])
    // What is not JSON is refused, which the browser tells.
    expect(noise.filter((line) => !line.includes('403'))).toEqual([])
    await close()
  })

  oneHalf.each(['Entra ID', 'JumpCloud'])('with %s somebody joins and moves', async (provider) => {
    const { page, noise, close } = await consolePage(browser, served.url)
    await page.getByRole('button', { name: `Connect ${provider}` }).click()
    await page.getByRole('link', { name: 'Watch the wire' }).click()
    const hired = '<img src=x onerror=alert(1)> Ödegård'
    await page.getByRole('textbox', { name: 'Somebody new' }).fill(hired)
    await page.getByRole('button', { name: 'Hire' }).click()
    await page.getByText(`${hired} was hired.`).waitFor()
    await page.getByRole('button', { name: 'Sync now' }).click()
    await page.getByText('Synced.').waitFor()
    await page.getByText(`${provider} creates `).last().waitFor()
    await page.getByRole('button', { name: 'Move' }).click()
    await page.getByText(/ moves to /).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Members', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Search' }).fill('onerror')
    await page.getByText('1 entry', { exact: true }).waitFor()
    await page.getByRole('row', { name: /Ödegård Active/ }).click()
    await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: hired }).waitFor()
    expect(await page.locator('main img').count()).toBe(0)
    expect(noise).toEqual([])
    await close()
  })

  test('start over empties every window under two seconds, and Undo brings all of it back', async () => {
    await served.act('world.set-up', { provider: 'entra' })
    const [one, other] = await Promise.all([
      consolePage(browser, served.url),
      consolePage(browser, `${served.url}/lark/members`),
    ])
    await other.page.getByText('48 entries').waitFor()
    await one.page.getByRole('button', { name: 'Start over' }).click()
    await one.page.getByText('Started over').waitFor({ timeout: 2_000 })
    await other.page.getByText('Members appear here once').waitFor()
    await one.page.getByRole('button', { name: 'Undo' }).click()
    await other.page.getByText('48 entries').waitFor()
    expect([...one.noise, ...other.noise]).toEqual([])
    await Promise.all([one.close(), other.close()])
  })

  otherHalf('the clock moves, and a snapshot brings back what time it was', async () => {
    const { page, noise, close } = await consolePage(browser, served.url)
    await page.getByRole('button', { name: 'Snapshots' }).click()
    await page.getByRole('menuitem', { name: 'Take a snapshot' }).click()
    await page.getByRole('button', { name: /^Clock: 5 Jan 2026 09:00/ }).click()
    await page.getByRole('menuitem', { name: '+1 day' }).click()
    await page.getByRole('button', { name: /^Clock: 6 Jan 2026 09:00/ }).click()
    await page.getByRole('menuitem', { name: '+30 days' }).click()
    await page.getByRole('button', { name: /^Clock: 5 Feb 2026 09:00/ }).waitFor()
    await expiredByTheClock(page)
    await page.getByRole('button', { name: 'Snapshots' }).click()
    await page.getByRole('menuitem', { name: /Back to snapshot of 09:00:00/ }).click()
    await page.getByRole('button', { name: /^Clock: 5 Jan 2026 09:00/ }).waitFor()
    await served.act('world.set-up', { provider: 'entra' })
    const cycles = async () => Object(await served.view('world.happenings?where=kind:ended')).total
    await page.getByText('Next 09:40: incremental cycle of Lark').waitFor()
    await page.getByRole('button', { name: /^Clock/ }).click()
    await page.getByRole('menuitem', { name: '+40 minutes' }).click()
    await page.getByText('Next 10:20: incremental cycle of Lark').waitFor()
    expect(await cycles()).toBe(2)
    await page.getByRole('button', { name: /^Clock: 5 Jan 2026 09:40/ }).click()
    await page.getByRole('menuitem', { name: 'To the next event 5 Jan 2026 10:20, incremental cycle of Lark' }).click()
    await page.getByRole('button', { name: /^Clock: 5 Jan 2026 10:20/ }).waitFor()
    expect(await cycles()).toBe(3)
    expect(noise).toEqual([])
    await close()
  })

  oneHalf('an exchange is opened, sent as a link, and copied as curl', async () => {
    await served.act('world.set-up', { provider: 'entra' })
    const { page, noise, presses, close } = await consolePage(browser, `${served.url}/wire`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    // By the keyboard alone.
    await page.getByRole('row').last().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('creates Alice')
    const created = page.getByRole('row', { name: /#\d+ POST .*creates Alice Jacobi/ })
    await pressByKey(page, created)
    await page.getByRole('button', { name: 'Copy as curl' }).waitFor()
    await page.keyboard.press('c')
    await page.getByText('Copied').waitFor()
    expect(await presses()).toBe(1)
    const command = String(await page.evaluate('navigator.clipboard.readText()'))
    expect(command).toMatch(/^curl -X POST 'http:\/\/127\.0\.0\.1:\d+\/organisations\/default\/scim\/v2\/Users'/)
    expect(command).toContain('Bearer $SCIM_TOKEN')
    const first = await answeredFirst(page.url())
    expect(await runByShell(command, first[1])).toEqual(first)
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByRole('tab', { name: 'Why' }).click()
    await details.getByText(/^Entra ID: Cycle \d+$/).waitFor()
    await details.getByRole('link', { name: 'The entry in Provisioning logs' }).waitFor()
    await details.getByRole('tab', { name: 'Related' }).click()
    await details.getByRole('link', { name: 'The entry in Sync log' }).first().waitFor()
    await details
      .getByRole('link', { name: /^Entra ID asks whether there is a user with / })
      .first()
      .waitFor()
    const link = page.url()
    await page.getByRole('tab', { name: 'Answer' }).click()
    await page.getByText('201, after').waitFor()
    const second = await consolePage(browser, link)
    await second.page.getByText('Entra ID creates Alice Jacobi: created.').last().waitFor()
    expect([...noise, ...second.noise]).toEqual([])
    await Promise.all([close(), second.close()])
  })

  otherHalf(
    'the wire goes back and on, shows what each exchange changed, breaks what it is told to, and sends again',
    async () => {
      await served.act('world.set-up', { provider: 'entra' })
      await served.act('entra.delete-user', { user: 'p0001' })
      await served.act('entra.run-cycle')
      const { page, noise, presses, close } = await consolePage(browser, `${served.url}/wire`)
      const application = page.getByRole('region', { name: 'The application' })
      const disabled = page.getByRole('row', {
        name: /member deactivated .* says that .* is disabled: done, and deactivates /,
      })
      await disabled.waitFor()
      await page.getByRole('row', { name: /deactivated, 2 requests/, expanded: true }).waitFor()
      const compared = /reads .*, whom it knows, to compare: 3 values differ \(#(\d+)\)\.$/
      const [, sentence = ''] = (await page.getByText(compared).innerText()).match(compared) ?? []
      expect(await disabled.innerText()).toContain(`#${sentence}`)
      await application.getByText('47 active members').waitFor()
      await page.keyboard.press(',')
      await application.getByText('48 active members').waitFor()
      await application.getByText(/as of #\d+/).waitFor()
      expect(await disabled.count()).toBe(0)
      await expect.poll(() => page.url()).toMatch(/[?&]at=\d+/)
      await page.keyboard.press(' ')
      await application.getByText('47 active members').waitFor()
      await disabled.click()
      await page.getByRole('button', { name: 'Fault on requests like this' }).click()
      await page.getByRole('button', { name: 'Set', exact: true }).click()
      await page.getByText('Set to go wrong: answer 503 for PATCH /Users, 3 more.').waitFor()
      expect(await presses()).toBe(3)
      const source = page.getByRole('region', { name: 'At Entra ID' })
      await source.getByText('active: True → False').waitFor()
      await source.getByText('Deleted').waitFor()
      const details = page.getByRole('complementary', { name: 'Details' })
      await details.getByRole('tab', { name: 'Change (1)' }).click()
      await details.getByText('status (active): Active → Inactive').waitFor()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        details.getByRole('button', { name: /^Export #\d+$/ }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/\.html$/)
      await disabled.getByRole('link', { name: 'EN-08' }).click()
      await details.getByText('patch-without-path-ignored').waitFor()
      await page.goBack()
      await details.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Send again' }).click()
      await page
        .getByRole('complementary')
        .getByText(
          /^A request by hand says that .* \(guessed\): the endpoint failed with 503; a fault was set: answer 503\.$/,
        )
        .waitFor()
      await page.getByRole('button', { name: 'Lift' }).click()
      await expect.poll(() => page.getByText('Set to go wrong').count()).toBe(0)
      await page.getByRole('button', { name: 'Close' }).click()
      const between = page.getByRole('row', {
        name: /^(A fault is|The faults are|The clock is|Entra ID: cycle \d+ ) ?/,
      })
      await served.act('world.advance', { by: '40m' })
      await page.getByRole('row', { name: /^Entra ID: cycle \d+ has ended\. 09:40/ }).waitFor()
      const told = (await between.allInnerTexts()).map((text) => text.replace(/\n.*$/, '')).slice(-6)
      expect(told).toEqual([
        expect.stringMatching(/^Entra ID: cycle \d+ has ended\.$/),
        'A fault is set: answer 503 for PATCH /Users, 3 times.',
        'The faults are lifted.',
        'The clock is moved to 5 Jan 2026 09:40.',
        expect.stringMatching(/^Entra ID: cycle \d+ begins\.$/),
        expect.stringMatching(/^Entra ID: cycle \d+ has ended\.$/),
      ])
      await page.keyboard.press('e')
      await page.keyboard.press('e')
      await dragOver(page)
      await page.getByText(/^\d+ of \d+ exchanges$/).waitFor()
      const range = page.getByRole('button', { name: /^#\d+ to #\d+ ×$/ })
      await expect.poll(() => page.url()).toMatch(/[?&]from=\d+&to=\d+/)
      await range.click()
      await expect.poll(() => range.count()).toBe(0)
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('combobox', { name: 'Status' }).selectOption('5xx')
      await page.getByText(/^1 of \d+ exchanges$/).waitFor()
      await page.getByRole('combobox', { name: 'Status' }).selectOption('Status: all')
      await page.getByRole('combobox', { name: 'Effect' }).selectOption('deactivated')
      await expect.poll(() => between.count()).toBe(0)
      await application.getByRole('tab', { name: 'Directory' }).click()
      await application.getByRole('region', { name: 'Members' }).getByText('Active').first().waitFor()
      // As the application itself has last shown them.
      await application.getByRole('tab', { name: 'Raw' }).click()
      await application.getByText(/ as #\d+ has answered$/).waitFor()
      expect(JSON.parse(await application.locator('pre').innerText())).toMatchObject({ active: false })
      expect(noise).toEqual([])
      await close()
    },
  )

  oneHalf('what is paused stands still while the world goes on, and a stream that was cut loses nothing', async () => {
    await served.act('world.set-up', { provider: 'entra' })
    const { page, sent, close } = await consolePage(browser, `${served.url}/wire`)
    await page.getByRole('row').last().waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await served.act('entra.delete-user', { user: 'p0001' })
    await served.act('entra.run-cycle')
    await page.getByRole('button', { name: /^Follow \(\d+ more\)$/ }).waitFor()
    expect(await page.getByText('is disabled').count()).toBe(0)
    await page.getByRole('button', { name: /^Follow/ }).click()
    await page.getByText('is disabled: done, and deactivates ').waitFor()

    // The stream is cut, and what was missed comes by its number.
    const counted = async () => Object(await served.view('world.traffic?limit=1')).total
    const reads = async () => (await sent()).filter(({ path }) => path.includes('/views/traffic?')).length
    const shown = async (count: number) =>
      page.getByText(`${count} exchanges`, { exact: true }).waitFor({ timeout: 20_000 })
    const ask = (n: number) =>
      served.send({
        method: 'GET',
        url: `${served.receiverUrl}/scim/v2/Users?filter=userName%20eq%20%22${n}%22`,
        headers: [],
      })
    await shown(await counted())
    const [before, last] = [await reads(), served.world.hub.seq]
    const cut = served.cutStreams()
    await page.getByText('Not connected').waitFor()
    for (let n = 0; n < 50; n += 1) await ask(n)
    const resumed = cut.heal()
    await page.getByText('Live', { exact: true }).waitFor()
    await shown(await counted())
    expect([resumed, await reads()]).toEqual([[`browser-${last}`], before])

    // More than is held was missed: everything is read anew.
    const again = served.cutStreams()
    await page.getByText('Not connected').waitFor()
    await ask(50)
    for (let n = 0; n < 20_000; n += 1) served.world.hub.publish('clock', {})
    again.heal()
    await page.getByText('Live', { exact: true }).waitFor()
    await shown(await counted())
    expect(await reads()).toBeGreaterThan(before)
    await close()
  })

  otherHalf('on a telephone the rail, the panes and the details are there', async () => {
    await served.act('world.set-up', { provider: 'entra' })
    const { page, noise, close } = await consolePage(browser, served.url, { viewport: PHONE })
    await page.getByRole('button', { name: 'Pages' }).click()
    await page.getByRole('link', { name: 'Wire', exact: true }).click()
    await page.getByRole('tab', { name: 'Application' }).click()
    await page.getByText('48 active members').waitFor()
    await page.getByRole('tab', { name: 'Wire' }).click()
    // The last one says that the cycle has ended.
    await page
      .getByRole('row', { name: / PATCH / })
      .last()
      .click()
    await page.getByRole('button', { name: 'Copy as curl' }).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    expect(noise).toEqual([])
    await close()
  })

  otherHalf('the keyboard alone opens a member and closes them again', async () => {
    await served.act('world.set-up', { provider: 'entra' })
    const { page, close } = await consolePage(browser, `${served.url}/lark/members`)
    await page.getByRole('row').nth(1).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Details' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('complementary', { name: 'Details' }).count()).toBe(0)
    await close()
  })
})
