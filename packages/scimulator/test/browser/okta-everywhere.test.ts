// Okta beside the other identity providers: on the start page, in the palette, on the wire, on the page of a person and in stories.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { words } from '../../../console/src/okta/words.ts'
import { demoCompany } from '../../src/cli/up/demo-company.ts'
import { scimulator } from '../in-process.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { LOOKS, violations } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'
import { walkedPage } from './walk.ts'
import { closeWindow, openWindow } from './windows.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const folder = mkdtempSync(join(tmpdir(), 'scimulator-okta-'))

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (isHere)
    [browser, served] = await Promise.all([
      testChromium(),
      servedWorld(demoCompany(12), ['entra', 'jumpcloud', 'okta']),
    ])
})
afterAll(async () => {
  await Promise.all([browser?.close(), served?.close()])
  rmSync(folder, { recursive: true, force: true })
})

/** Kept where somebody wants to look at it. */
async function pictured(page: Page, name: string): Promise<void> {
  const { SCIMULATOR_PICTURES: pictures } = process.env
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) })
}

describe.runIf(isHere)('Okta beside the others', () => {
  test.each(['light', 'dark'] as const)(
    'is connected by one press; whom it sends is found, and so is what it says of them, %s',
    async (colorScheme) => {
      await served.act('world.start-over')
      const opened = await walkedPage(browser, served, { colorScheme })
      const { page } = opened
      const card = page
        .getByRole('main')
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: 'Okta' }) })
      await card.getByText('12 people in its directory').waitFor()
      await card.getByRole('button', { name: 'Connect Okta' }).click()
      await card.getByText('Connected', { exact: true }).waitFor()
      // Its source at the receiver is of the kind of Entra ID, which is not connected by that.
      await expect
        .poll(() => page.getByRole('button', { name: /^Connect / }).allInnerTexts())
        .toEqual(['Connect Entra ID', 'Connect JumpCloud'])
      await pictured(page, `okta-start-${colorScheme}`)
      await card.getByRole('link', { name: 'Watch the wire' }).click()

      const pane = page.getByRole('region', { name: 'Identity provider' })
      await pane.getByRole('heading', { name: 'Okta' }).waitFor()
      await pane.getByRole('button', { name: 'Hire' }).click()
      await pane.getByText('Nora Lindqvist was hired.').waitFor()
      await page
        .getByRole('row', { name: /Okta creates Nora Lindqvist: / })
        .first()
        .click()
      const about = page.getByRole('region', { name: 'At Okta' })
      await about.getByText('Active', { exact: true }).waitFor()
      await about.getByText(/^Sends .*userName/).waitFor()
      await pictured(page, `okta-wire-${colorScheme}`)

      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Find' }).fill('LINDQ')
      await page.getByRole('option', { name: 'Nora Lindqvist' }).first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Nora Lindqvist' }).waitFor()
      expect(await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
        expect.stringMatching(/^Okta\s+Active$/),
        expect.stringContaining('The application'),
        'What has happened, the newest first',
      ])
      await page.getByText('Push new user to external application').first().waitFor()
      await pictured(page, `okta-person-${colorScheme}`)
      await page.getByRole('link', { name: 'The entry in System Log' }).first().click()
      await page.getByRole('heading', { level: 1, name: words.systemLog }).waitFor()
      await page.getByRole('complementary').getByRole('list', { name: words.targets }).waitFor()

      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Find' }).fill('okta appli')
      await page.keyboard.press('Enter')
      await page.getByRole('row', { name: /^Lark .*Enabled$/ }).waitFor()
      expect(await opened.uncaused()).toEqual([])
      expect(opened.noise).toEqual([])
      await opened.close()
    },
  )

  test('a story of it is a file with its pages, which only show', async () => {
    const out = join(folder, 'okta.html')
    const ended = await scimulator('export', 'okta/wizard-life', '-o', out)
    expect(ended).toMatchObject({ code: 0, err: '' })
    const page = await openWindow(browser, { offline: true, colorScheme: 'dark' })
    const noise: string[] = []
    page.on('pageerror', (error) => noise.push(error.message))
    page.on('console', (message) => noise.push(message.text()))
    await page.goto(pathToFileURL(out).href)
    await page.getByRole('list', { name: 'People in Okta' }).getByText('Enabled').waitFor()
    await page
      .getByRole('button', { name: /^Step \d+:/ })
      .last()
      .click()
    for (const [link, heading, row] of [
      ['Okta people', words.people, /ana@example\.com/],
      ['Okta applications', words.applications, /^App /],
      ['System Log', words.systemLog, /Push new user to external application/],
    ] as const) {
      await page.getByRole('link', { name: link, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.getByRole('row', { name: row }).first().click()
      await page.getByRole('button', { name: 'Close' }).waitFor()
      // Nothing leads to a page that the file does not have.
      expect(
        await page
          .getByRole('main')
          .getByRole('link', { name: /Add person|Create App|Ana|^App$/ })
          .count(),
      ).toBe(0)
      await page.getByRole('button', { name: 'Close' }).click()
    }
    await pictured(page, 'okta-story')
    expect(await violations(page, LOOKS)).toEqual([])
    expect(noise).toEqual([])
    await closeWindow(page)
  })
})
