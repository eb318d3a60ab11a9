// Stories: played, back and on, and sent away as one file that shows the same with nobody to ask.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scimulator } from '../in-process.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage, LOOKS, PHONE, violations } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'
import { closeWindow, type Look, openWindow } from './windows.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const folder = mkdtempSync(join(tmpdir(), 'scimulator-stories-'))

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (isHere) [browser, served] = await Promise.all([testChromium(), servedWorld()])
})
afterAll(async () => {
  await Promise.all([browser?.close(), served?.close()])
  rmSync(folder, { recursive: true, force: true })
})

/** A file from disk, without any network. `noise` has what it asked for beside itself, and every message. */
async function opened(file: string, look: Look = {}) {
  const page = await openWindow(browser, { offline: true, ...look })
  const noise: string[] = []
  const url = pathToFileURL(file).href
  page.on('console', (message) => noise.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (request.url() !== url && !/^(data|blob):/.test(request.url())) noise.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  await page.locator('h1').waitFor()
  return { page, noise, close: () => closeWindow(page) }
}

/** What a step shows: the narrator, people, exchanges, changes and members, as text. */
async function shown(page: Page): Promise<readonly string[]> {
  const names = ['Narrator', 'Identity provider', 'Wire', 'The application']
  await expect.poll(() => page.getByText('…', { exact: true }).count()).toBe(0)
  const texts = await Promise.all(names.map((name) => page.getByRole('region', { name, exact: true }).innerText()))
  // A file leads to more pages of the same recording.
  return texts.map((text) =>
    text
      .replace(/ · ?\n?Sync log|\s*·\s*$/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

async function saved(page: Page, press: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: press }).click(),
  ])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

describe.runIf(isHere)('stories', () => {
  test('in three presses a danger is a file, which shows the same at every step and asks nobody', async () => {
    const { page, noise, presses, close } = await consolePage(browser, served.url)
    await page.getByRole('navigation').getByRole('link', { name: 'Stories' }).click()
    await page.getByRole('link', { name: 'A test that deactivates somebody' }).click()
    // It plays at once.
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    const file = await saved(page, 'Export HTML')
    expect(await presses()).toBe(3)
    expect(file).toMatch(/a-test-that-deactivates-somebody\.html$/)
    expect(statSync(file).size).toBeLessThan(1.5 * 1024 * 1024)

    await page.getByRole('combobox', { name: 'Speed' }).selectOption('4')
    const away = await opened(file)
    // It goes on while the file is opened, however long that takes.
    await page.getByText(/^step [3-8] of 8$/).waitFor()
    await Promise.all([page, away.page].map((one) => one.getByRole('button', { name: /^Step 1:/ }).click()))
    for (let step = 1; step <= 8; step += 1) {
      await Promise.all([page, away.page].map((one) => one.getByText(`step ${step} of 8`, { exact: true }).waitFor()))
      expect([step, await shown(away.page)]).toEqual([step, await shown(page)])
      await Promise.all([page, away.page].map((one) => one.keyboard.press(']')))
    }
    expect([...noise, ...away.noise]).toEqual([])
    await Promise.all([close(), away.close()])
  })

  test('a story goes back and on by exchange, and its address leads to the same place', async () => {
    const story = `${served.url}/stories/${encodeURIComponent('stories/entra-help-page')}`
    const { page, noise, close } = await consolePage(browser, `${story}?step=17`)
    const application = page.getByRole('region', { name: 'The application' })
    await application.getByText('status (active): Active → Inactive').waitFor()
    await page.getByText('5 active members').waitFor()
    const ended = page.getByRole('row', { name: /^Entra ID: cycle \d+ has ended\./ })
    await ended.waitFor()
    await page.keyboard.press(',')
    await page.getByText('6 active members as of #26').waitFor()
    expect(await ended.count()).toBe(0)
    expect(await application.getByText('status (active): Active → Inactive').count()).toBe(0)
    expect(page.url()).toContain('step=17&at=26')
    const second = await consolePage(browser, page.url())
    await second.page.getByText('6 active members as of #26').waitFor()
    await page.keyboard.press('.')
    await page.getByText('5 active members').waitFor()
    await page.getByRole('row', { name: /says that Peter van Dam is disabled/ }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByText('"op": "replace"').waitFor()
    expect(await details.getByRole('button', { name: 'Fault on requests like this' }).count()).toBe(0)
    expect(await violations(second.page)).toEqual([])
    // The world becomes what the story has made of it: somebody is disabled already.
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Go on live' }).click()
    await page.getByRole('heading', { level: 1, name: 'Wire' }).waitFor()
    await page.getByRole('region', { name: 'The application' }).getByText('5 active members').waitFor()
    await page.getByRole('button', { name: 'Sync now' }).waitFor()
    expect([...noise, ...second.noise]).toEqual([])
    await Promise.all([close(), second.close()])
  })

  test('a part of the wire is a file too; the command makes one of any scenario, with its people renamed', async () => {
    await served.act('world.start-over')
    const before = served.world.hub.seq
    await served.act('world.set-up', { provider: 'entra' })
    const { page, close } = await consolePage(browser, `${served.url}/wire?from=${before + 2}&to=${before + 40}`)
    const part = await opened(await saved(page, 'Export HTML'), { viewport: PHONE, colorScheme: 'dark' })
    await part.page.getByRole('button', { name: 'Pause' }).click()
    // While it plays, the newest is in sight.
    await part.page.getByRole('row').last().press('Home')
    await part.page.getByRole('row', { name: /^Entra ID: cycle \d+ begins\./ }).waitFor()
    expect(await violations(part.page, LOOKS)).toEqual([])
    expect(Number(await part.page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(PHONE.width)
    const out = join(folder, 'run.html')
    const ended = await scimulator('export', 'stories/mass-unassign', '--rename-people', '-o', out)
    expect(ended).toMatchObject({ code: 0, err: '', out: expect.stringContaining('15 steps, 30 requests, passed') })
    const run = await opened(out)
    await run.page.getByRole('button', { name: /^Step 8:/ }).click()
    await run.page.getByRole('link', { name: 'Members', exact: true }).click()
    await run.page.getByText('9 entries').waitFor()
    expect(await run.page.locator('body').innerText()).not.toMatch(/Maria|Peter|maria@/)
    expect([...part.noise, ...run.noise]).toEqual([])
    await Promise.all([close(), part.close(), run.close()])
  })
})
