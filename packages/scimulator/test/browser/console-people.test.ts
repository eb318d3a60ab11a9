// Somebody is found by a few letters, and their whole story stands on one page; every page has the same keys.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { words } from '../../../console/src/entra/words.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage, DESKTOP, PHONE, violations } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const LOOKS_AT = [
  ['light', DESKTOP],
  ['dark', PHONE],
] as const

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'

let browser: Browser
let served: ServedWorld
let key: string
let name: string

beforeAll(async () => {
  if (!isHere) return
  ;[browser, served] = await Promise.all([testChromium(), servedWorld()])
  await served.act('world.set-up', { provider: 'entra' })
  const members = await (await fetch(`${served.url}/_scimulator/receiver/views/members?limit=1`)).json()
  key = String(Object(members).items[0].key)
  name = String(Object(members).items[0].value.name)
  await served.act('entra.delete-user', { user: key })
  await served.act('world.advance', { by: '40m' })
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

describe.runIf(isHere)('a person', () => {
  test.each(sampleOf('looks at a person', LOOKS_AT.length, 1).flatMap((at) => (LOOKS_AT[at] ? [LOOKS_AT[at]] : [])))(
    'is found by letters and has one time line, %s %o',
    async (colorScheme, viewport) => {
      const { page, noise, presses, close } = await consolePage(browser, `${served.url}/`, { colorScheme, viewport })
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Find' }).fill(name.slice(0, 6).toUpperCase())
      await page.getByRole('option', { name }).first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.getByText('Deactivated').first().waitFor()
      expect(await page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
        expect.stringContaining('Microsoft Entra ID'),
        expect.stringContaining('JumpCloud'),
        expect.stringContaining('The application'),
        'What has happened, the newest first',
      ])
      expect(await page.title()).toBe('Person · Scimulator')
      expect(await violations(page)).toEqual([])
      expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(viewport.width)
      await page
        .getByRole('link', { name: /^Entra ID says that .* is disabled/ })
        .first()
        .click()
      await page.getByText('"False"').or(page.getByText('false')).first().waitFor()
      // Enter in the palette, and the entry: the limit is three.
      expect(await presses()).toBe(2)
      expect(noise).toEqual([])
      await close()
    },
  )

  test('whom no program knows says so, and has no time line', async () => {
    const { page, close } = await consolePage(browser, `${served.url}/people/nobody%40contoso.example`)
    await page.getByText('No program knows nobody@contoso.example: ').waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: 'Wire' }).count()).toBe(1)
    await close()
  })
})

describe.runIf(isHere)('acts', () => {
  test('any verb is a form: what is missing is said, what is refused too, and what was done', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/acts?program=entra&open=create-user`)
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.getByText('It is needed.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('textbox', { name: 'userPrincipalName' }).fill('new@contoso.example')
    await page.getByRole('textbox', { name: 'set' }).fill('{"jobTitle": "Baker"}')
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.getByText('Done').waitFor()
    const made = await fetch(`${served.url}/_scimulator/entra/views/users/new@contoso.example`)
    expect(await made.json()).toMatchObject({ item: { value: { jobTitle: 'Baker' } } })
    expect(noise).toEqual([])
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.getByText('That did not work').waitFor()
    await page.getByRole('searchbox', { name: 'Search' }).fill('delete user')
    await page.getByRole('button', { name: 'delete-user' }).click()
    await page.getByRole('heading', { name: 'entra.delete-user' }).waitFor()
    await close()
  })
})

describe.runIf(isHere)('keys', () => {
  test('lead to places, tell of themselves, stay out of fields, and can be switched off', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/`)
    const heading = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await heading('Wire')
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await heading('Member')
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('')
    await page.keyboard.type('gw?')
    await heading('Member')
    await page.locator('h1').click()
    await page.keyboard.press('t')
    await page.getByRole('menuitem', { name: '+40 minutes' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('switch', { name: 'Keys without Ctrl' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Find anybody or any page' }).waitFor()
    expect(await dialog.count()).toBe(0)
    await page.getByRole('combobox', { name: 'Find' }).fill('wire')
    await page.keyboard.press('Enter')
    await heading('Wire')
    expect(noise).toEqual([])
    await close()
  })
})

describe.runIf(isHere)('the help page for Entra ID goes on', () => {
  test('who is provisioned on demand, and a job that is stopped and restarted', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Lark/on-demand`)
    const press = (label: string) => page.getByRole('button', { name: label, exact: true }).click()
    const go = (label: string) =>
      page.getByRole('navigation', { name: 'Lark' }).getByRole('link', { name: label, exact: true }).click()
    // Who is in the bin is enabled too, and nobody can choose them.
    const [user] = Object(await served.view('entra.users?deleted=no&where=accountEnabled:true&limit=1')).items
    await press(words.noneSelected)
    await page.getByRole('dialog').getByRole('checkbox', { name: user.value.displayName, exact: true }).check()
    await press(words.select)
    await press(words.provision)
    await page
      .locator('main')
      .getByText(/: (success|skipped)$/i)
      .first()
      .waitFor()
    await go(words.overview)
    await page.getByText('Incremental cycle completed.').waitFor()
    await press(words.stop)
    await expect
      .poll(() => page.getByRole('button', { name: words.start, exact: true }).getAttribute('aria-disabled'))
      .not.toBe('true')
    await press(words.restart)
    await expect.poll(async () => Object(await served.view('entra.job')).items[0].value.state).toBe('Active')
    await go(words.logs)
    await page
      .getByRole('row', { name: /Success|Skipped/i })
      .first()
      .waitFor()
    expect(noise).toEqual([])
    await close()
  })
})

describe.runIf(isHere)('the wire', () => {
  test('finds a text in bodies, leaves columns out, plays what a sync brings, and shows what was done by hand', async () => {
    const moving = { reducedMotion: 'no-preference' } as const
    const { page, noise, close } = await consolePage(
      browser,
      `${served.url}/wire?q=urn:ietf:params:scim:schemas`,
      moving,
    )
    await page.getByText('No exchange fits the filter.').waitFor()
    await page.getByRole('switch', { name: 'In bodies' }).click()
    await page.getByText(/^[1-9]\d* of \d+ exchanges$/).waitFor()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Sentence' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByText(/^Entra ID creates /).count()).toBe(0)
    expect(page.url()).toContain('hide=sentence')
    await page.goto(`${served.url}/wire`)
    await page.getByText(/shown, following$/).waitFor()
    await served.act('lark.add-member', { name: 'By Hand', email: 'by.hand@contoso.example' })
    await page.getByText('member · by an administrator').waitFor()
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByText(/ leaves\.$/).waitFor()
    await page.getByRole('button', { name: 'Sync now' }).click()
    // It plays, and then follows again.
    await page.getByText(/^as of #\d+: \d+ of \d+$/).waitFor()
    await page.getByText(/shown, following$/).waitFor()
    expect(noise).toEqual([])
    await close()
  })
})

// It begins the world anew: the last one.
describe.runIf(isHere)('the bar', () => {
  test('moves the clock to a date, drops snapshots, tells what is set to go wrong; the company has another name', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/`)
    const menu = async (button: string | RegExp, item: string) => {
      await page.getByRole('button', { name: button }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await menu(/^Clock/, 'To a date…')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Date and time, UTC').fill('2026-01-06T12:00')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Move' }).click()
    await page.getByRole('button', { name: /Clock: .*6 Jan 2026.* 12:00/ }).waitFor({ timeout: 20_000 })
    await menu('Snapshots', 'Take a snapshot')
    await menu('Snapshots', 'Drop snapshot of 12:00:00')
    await expect.poll(async () => Object(await served.view('world.snapshots')).total).toBe(0)
    await served.act('world.fault', { on: { method: 'GET' }, effect: { kind: 'refused' } })
    await served.act('receiver.set-deviations', { deviations: ['integer-ids'] })
    await page.getByRole('link', { name: '1 fault set on the wire' }).waitFor()
    await page.getByRole('link', { name: '1 deviation of the application' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Another company' }).click()
    await dialog.getByLabel('Name').fill('Fabrikam')
    await dialog.getByLabel('Domain').fill('fabrikam.example')
    await dialog.getByRole('button', { name: 'Begin anew' }).click()
    await page.getByText('Fabrikam · fabrikam.example').waitFor()
    const [user] = Object(await served.view('entra.users?limit=1')).items
    expect(user.key).toMatch(/@fabrikam\.example$/)
    expect(noise).toEqual([])
    await close()
  })
})
