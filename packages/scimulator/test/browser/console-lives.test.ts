// A leaver's life from page to page, with the mapping of the help page and without it, to the end of the bin.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (!isHere) return
  ;[browser, served] = await Promise.all([testChromium(), servedWorld()])
  await served.act('world.set-up', { provider: 'entra' })
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

function walking(page: Page) {
  const rail = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()
  return {
    async leaves(name: string): Promise<void> {
      await page.getByRole('link', { name: 'Wire', exact: true }).click()
      await page.getByRole('combobox', { name: 'Somebody who is there' }).click()
      await page.getByRole('option', { name: new RegExp(`^${name},`) }).click()
      await page.getByRole('button', { name: 'Leave' }).click()
      await page.getByText(`${name} leaves.`).waitFor()
    },
    async syncs(): Promise<void> {
      await page.getByRole('link', { name: 'Wire', exact: true }).click()
      await page.getByRole('button', { name: 'Sync now' }).click()
      await page.getByText('Synced.', { exact: true }).waitFor()
    },
    async isMember(name: string, status: string): Promise<void> {
      await rail('Members')
      await page.getByRole('row', { name: new RegExp(`^${name} ${status}`) }).waitFor()
    },
    bin: () => rail('Deleted users'),
  }
}

describe.runIf(isHere)('a leaver', () => {
  // A month of cycles is long: one commit in eight lives it.
  test.runIf(sampleOf('lives of a leaver', 8, 1).includes(0))(
    'is inactive with the Switch expression, back when restored, active without it, and inactive when the bin is emptied',
    async () => {
      const { page, noise, close } = await consolePage(browser, served.url)
      const { leaves, syncs, isMember, bin } = walking(page)
      await leaves('Alice Jacobi')
      await syncs()
      await isMember('Alice Jacobi', 'Inactive')
      await bin()
      await page.getByRole('row', { name: /^Alice Jacobi/ }).click()
      await page.getByRole('button', { name: 'Restore user' }).click()
      await expect.poll(() => page.getByRole('row', { name: /^Alice Jacobi/ }).count()).toBe(0)
      await expect.poll(() => page.getByRole('complementary', { name: 'Details' }).count()).toBe(0)
      await syncs()
      await isMember('Alice Jacobi', 'Active')

      // accountEnabled looks as right: being deleted does not change it.
      const active = { objectType: 'User', target: 'active', type: 'Direct', source: 'accountEnabled' }
      await served.act('entra.set-mapping', active)
      await leaves('Allan Schaden')
      await syncs()
      await isMember('Allan Schaden', 'Active')
      await bin()
      await page.getByRole('row', { name: /^Allan Schaden/ }).waitFor()
      await page.getByRole('button', { name: /^Clock/ }).click()
      await page.getByRole('menuitem', { name: '+30 days' }).click()
      // A thousand cycles.
      await page.getByRole('button', { name: /^Clock: 4 Feb 2026 09:00/ }).waitFor({ timeout: 60_000 })
      await expect.poll(() => page.getByRole('row', { name: /^Allan Schaden/ }).count()).toBe(0)
      await isMember('Allan Schaden', 'Inactive')
      await isMember('Alice Jacobi', 'Active')
      await page.getByRole('link', { name: 'Wire', exact: true }).click()
      // Of so many only the heads of the groups are open.
      await page.getByRole('searchbox', { name: 'Filter' }).fill('deletes')
      await page.getByText(/^Entra ID deletes Allan Schaden: deleted, and deactivates Allan Schaden\.$/).waitFor()
      // An item that was open while it left the bin is asked for once more.
      expect(noise.filter((line) => !/status of 404/.test(line))).toEqual([])
      await close()
    },
  )
})
