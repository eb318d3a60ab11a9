// Pages beside the lists, with ten thousand: what they draw of so many, and how the others are found.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { words } from '../../../console/src/entra/words.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'
import { often } from './long-lists.ts'
import { answeredWith, MADE_UP_LISTS } from './made-up-lists.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const MANY = 10_000

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (!isHere) return
  const nobody = { name: 'Nobody', domain: 'nobody.example', people: [], groups: [] }
  ;[browser, served] = await Promise.all([testChromium(), servedWorld(nobody)])
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

const LISTS = sampleOf('pages with ten thousand made-up entries', MADE_UP_LISTS.length, 1).flatMap(
  (at) => MADE_UP_LISTS[at] ?? [],
)

describe.runIf(isHere)('ten thousand', () => {
  test.each(LISTS)(
    'on $path, opened by its link, are read page by page, and those in sight are drawn',
    async (list) => {
      const { page, noise, close } = await consolePage(browser, `${served.url}/nowhere`)
      await answeredWith(page, list)
      await page.goto(`${served.url}${list.path}`)
      await page.getByText('10,000 entries').waitFor()
      const rows = page.getByRole('grid').getByRole('row')
      await rows.nth(5).focus()
      await page.keyboard.press('End')
      await expect.poll(() => rows.last().getAttribute('aria-rowindex')).toBe('10001')
      await expect.poll(() => rows.last().innerText()).toContain(String(MANY - 1))
      expect(await rows.count()).toBeLessThanOrEqual(80)
      expect(noise.filter((line) => !/status of 404/.test(line))).toEqual([])
      await close()
    },
  )

  const chosen = sampleOf('pages of ten thousand beside the lists', 3, 1)
  const oneOfThree = (at: number) => test.runIf(chosen.includes(at))

  oneOfThree(0)('groups of JumpCloud: so many are drawn, and the search finds the others', async () => {
    await often(served, 'jumpcloud.create-group', (n) => ({ name: `Group ${n}` }))
    await served.act('jumpcloud.create-application', { displayLabel: 'Long', identityManagement: true })
    const { page, noise, close } = await consolePage(
      browser,
      `${served.url}/jumpcloud/sso/application?application=Long&tab=groups`,
    )
    await page.getByText('9800 more: search for them.').waitFor()
    expect(await page.getByRole('checkbox', { name: /^Group / }).count()).toBe(200)
    await page.getByRole('searchbox', { name: 'Search' }).fill('group 9999')
    await page.getByRole('checkbox', { name: 'Group 9999', exact: true }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('checkbox', { name: 'Show bound User Groups (1)' }).waitFor()
    expect(noise).toEqual([])
    await close()
  })

  oneOfThree(1)('users of Entra ID: so many are offered, and the search finds whom to assign', async () => {
    await often(served, 'entra.create-user', (n) => ({
      userPrincipalName: `p${n}@nobody.example`,
      displayName: `P ${n}`,
    }))
    await served.act('entra.create-app', { name: 'Long' })
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Long/assignments/add`)
    await page.getByRole('button', { name: words.noneSelected }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('9950 more: search for them.').waitFor()
    expect(await panel.getByRole('checkbox').count()).toBe(50)
    await panel.getByRole('searchbox', { name: 'Search' }).fill('p9998@')
    await panel.getByRole('checkbox', { name: 'P 9998', exact: true }).check()
    await panel.getByRole('button', { name: words.select }).click()
    await page.getByRole('button', { name: words.assign, exact: true }).click()
    await page.getByText('1 entry', { exact: true }).waitFor()
    expect(noise).toEqual([])
    await close()
  })

  oneOfThree(2)('things that somebody has done: the newest are drawn, and earlier ones at a press', async () => {
    const email = 'busy@nobody.example'
    await served.act('jumpcloud.create-user', { username: 'busy', email })
    await often(served, 'jumpcloud.update-user', (n) => ({ user: 'busy', set: { jobTitle: `Title ${n}` } }))
    const { page, noise, close } = await consolePage(browser, `${served.url}/people/${email}`)
    await page.getByRole('button', { name: /^Earlier ones \(99\d\d\)$/ }).waitFor()
    const entries = page.locator('main').getByRole('listitem')
    expect(await entries.count()).toBe(100)
    await page.getByRole('button', { name: /^Earlier ones/ }).click()
    expect(await entries.count()).toBe(200)
    expect(noise).toEqual([])
    await close()
  })
})
