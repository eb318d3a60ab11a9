import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { demoCompany } from '../../src/cli/up/demo-company.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage, DESKTOP, LOOKS, layoutShift, MOST_SHIFT, misplaced, PHONE, violations } from './console-page.ts'
import { NAME, ONE_OF_EACH, onlyOne } from './list-lengths.ts'
import { LONG_LISTS } from './long-lists.ts'
import { ALL_FOUR, fourStates, OF_WORLD, statesOfTheBar } from './page-states.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'

let browser: Browser
let served: ServedWorld
let empty: ServedWorld
let deeper: readonly string[]
let besides: readonly string[]
let everyPath: readonly string[]

beforeAll(async () => {
  if (!isHere) return
  ;[browser, served, empty] = await Promise.all([
    testChromium(),
    servedWorld(demoCompany(48), ['entra', 'jumpcloud', 'okta']),
    servedWorld({ name: 'Nobody', domain: 'nobody.example', people: [], groups: [] }),
  ])
  await served.act('world.set-up', { provider: 'entra' })
  await served.act('jumpcloud.create-application', { displayLabel: 'Lark' })
  await served.act('okta.create-application', { label: 'Lark' })
  await served.act('okta.configure-scim', { baseUrl: `${served.receiverUrl}/scim/v2`, token: 'no' })
  await quarantined('Refused')
  const idOf = async (view: string) => String(Object(await served.view(`${view}?limit=1`)).items[0].value.id)
  const [user, group] = [await idOf('entra.users'), await idOf('entra.groups')]
  const [person, staff] = [await idOf('okta.users'), await idOf('okta.groups')]
  const withIds = (path: string) =>
    path.replace('USER', user).replace('GROUP', group).replace('PERSON', person).replace('STAFF', staff)
  deeper = DEEPER.map(withIds)
  besides = BESIDES.map(withIds)
  everyPath = await readEveryPath()
})
afterAll(() => Promise.all([browser?.close(), served?.close(), empty?.close()]))

/** An application whose token nobody takes. */
async function quarantined(app: string): Promise<void> {
  await served.act('entra.create-app', { name: app })
  await served.act('entra.set-credentials', { app, tenantUrl: `${served.receiverUrl}/scim/v2`, secretToken: 'no' })
  await served.act('entra.start', { app })
  await served.act('entra.run-cycle', { app })
}

/** Pages of one application, looked at once in each theme and each width; no two that follow have one title. */
const DEEPER = [
  '/entra/apps/new',
  '/entra/apps/Lark',
  '/entra/apps/Lark/assignments',
  '/entra/apps/Lark/assignments/add',
  '/entra/apps/Refused/provisioning',
  '/entra/apps/Lark/edit',
  '/entra/apps/Lark/mappings/User?with=Alice Jacobi&advanced=yes',
  '/entra/apps/Lark/logs',
  '/entra/apps/Lark/attributes/User',
  '/entra/apps/Lark/scope/User',
  '/entra/apps/Lark/on-demand',
  '/entra/apps/Lark/expression',
  '/entra/apps/Lark/schema',
  '/entra/apps/Lark/audit',
  '/entra/apps/Lark/held-back',
  '/entra/apps/Lark/connectivity',
  '/entra/apps/Lark/mappings',
  '/entra/users/new',
  '/entra/users/p0001/memberships',
  '/entra/groups/new',
  '/entra/groups/Finance/members',
  '/entra/users/USER',
  '/entra/groups/GROUP/applications',
  '/entra/groups/GROUP',
  '/okta/people/new',
  '/okta/people/PERSON',
  '/okta/groups/STAFF',
  '/okta/apps/new',
  '/okta/apps/Lark',
  '/okta/apps/Lark/provisioning',
  '/okta/apps/Lark/import',
  '/okta/apps/Lark/assignments',
  '/okta/apps/Lark/push-groups',
  // What a panel hides, it hides from everybody: the last one.
  '/entra/apps/Lark/mappings/Group?open=new',
]

/** They look like others of `DEEPER`, and have states of their own. */
const BESIDES = ['/entra/groups/GROUP/memberships', '/entra/users/USER/applications']

/** Forms that are made of what the page has. */
const NOTHING_TO_WAIT_FOR = /\/new$|directory-sync\/add$/
const OF_CONSOLES = /^\/(lark|jumpcloud|entra|okta)\//

/** The rail has every page that there is, but for those where something is made or changed. */
async function readEveryPath(): Promise<readonly string[]> {
  const { page, close } = await consolePage(browser, served.url)
  const paths = await page
    .locator('nav[aria-label="Pages"] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await close()
  return [...paths, ...FORMS]
}

const SOURCE = encodeURIComponent('Lark & Entra ID Sync App')
/** What an application has before anybody has synced. */
const NEVER_EMPTY = new Set(['/catalogue', '/lark/fields', '/lark/administrators', '/lark/behaviour'])

/** As a link in the page does it, without loading everything anew; deep links are opened by the test without anybody. */
async function followLink(page: Page, path: string): Promise<void> {
  const go = (to: string) => page.evaluate(`history.pushState(null, '', ${JSON.stringify(to)})`)
  // By way of no page at all: two tabs of one page have the same title.
  await go('/nowhere')
  await expect.poll(() => page.title(), { interval: 10 }).toBe('Scimulator')
  await go(path)
  await expect.poll(() => page.title(), { interval: 10 }).not.toBe('Scimulator')
  await page.locator('h1').waitFor()
}

const THIRDS = sampleOf('thirds of the pages that lie deeper', 3, 1)
const HALVES = sampleOf('halves of the consoles’ pages', 2, 1)

/** One of a list for each commit. */
function chosenOf<One>(what: string, all: readonly One[]): One[] {
  const chosen = sampleOf(what, all.length, 1)
  return all.filter((_, at) => chosen.includes(at))
}

const FURTHER = [
  ['dark', PHONE, undefined],
  // Names and roles were looked at in light.
  ['dark', DESKTOP, LOOKS],
  ['light', PHONE, LOOKS],
] as const

const FORMS = [
  '/jumpcloud/sso/new',
  '/jumpcloud/sso/application?application=Lark&tab=identity',
  '/lark/directory-sync/add',
  '/jumpcloud/sso/application?application=Lark&tab=groups',
  `/lark/directory-sync/edit?source=${SOURCE}`,
]

describe.runIf(isHere)('every page', () => {
  test.each([
    ['light', DESKTOP, undefined],
    // For each commit one of the other three.
    ...sampleOf('further looks at the consoles', FURTHER.length, 1).flatMap((at) => (FURTHER[at] ? [FURTHER[at]] : [])),
  ] as const)(
    '%s, %o: a title, one h1, no violation, no sideways scroll, no message, no foreign request',
    async (colorScheme, viewport, rules) => {
      const paths = [...everyPath, ...(rules === undefined ? deeper.filter((_, at) => THIRDS.includes(at % 3)) : [])]
      expect(paths.length).toBeGreaterThan(14)
      const { page, noise, close } = await consolePage(browser, `${served.url}/nowhere`, { colorScheme, viewport })
      // The first look is at each second one, the further one at each third.
      const isFirst = rules === undefined && viewport === DESKTOP
      const [parts, chosen] = isFirst ? [2, HALVES] : [3, THIRDS]
      for (const path of paths.filter((_, at) => chosen.includes(at % parts))) {
        if (isFirst) await page.goto(`${served.url}${path}`)
        else await followLink(page, path)
        await page.locator('h1').waitFor()
        await expect.poll(() => page.getByText(/^Reading /).count()).toBe(0)
        // What a link in the page leads to takes the place of what was there.
        if (isFirst) expect(await layoutShift(page), path).toBeLessThan(MOST_SHIFT)
        // On a telephone they are made of the same parts as at a desk.
        const asked = viewport === PHONE && deeper.includes(path) ? LOOKS : rules
        expect([path, await violations(page, asked)]).toEqual([path, []])
        expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(viewport.width)
        expect([path, await misplaced(page)]).toEqual([path, []])
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.title()).toMatch(/ · Scimulator$/)
      }
      expect(noise).toEqual([])
      await close()
    },
  )

  test('without anybody says what would fill it', async () => {
    const paths = everyPath.filter((_, at) => HALVES.includes(at % 2))
    const { page, noise, close } = await consolePage(browser, empty.url)
    for (const path of paths.map((one) => one.replace(/\?.*/, ''))) {
      await page.goto(`${empty.url}${path}`)
      await page.locator('h1').waitFor()
      await expect.poll(() => page.getByText(/^Reading /).count()).toBe(0)
      expect([path, await page.locator('main').innerText()]).toEqual([path, expect.stringMatching(/.{60}/s)])
      if (!NEVER_EMPTY.has(path)) expect(await page.locator('[role="gridcell"]').count()).toBe(0)
    }
    expect(noise).toEqual([])
    await close()
  })

  test('one of each, whose name is markup, right-to-left and a picture, is shown as what it is', async () => {
    await onlyOne(empty)
    const { page, noise, close } = await consolePage(browser, `${empty.url}/nowhere`, { viewport: PHONE })
    for (const at of sampleOf('lists with one entry', ONE_OF_EACH.length, 2)) {
      const [path = '', counted = '1 entry'] = ONE_OF_EACH[at] ?? []
      await page.goto(`${empty.url}${path}`)
      await page.getByText(counted, { exact: true }).first().waitFor()
      await expect.poll(() => page.getByText(NAME).count(), { message: path }).toBeGreaterThan(0)
      expect([path, await page.locator('main img').count()]).toEqual([path, 0])
      expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(PHONE.width)
      expect([path, await misplaced(page)]).toEqual([path, []])
      if (path.includes('open=')) expect([path, await violations(page)]).toEqual([path, []])
    }
    expect(noise).toEqual([])
    await close()
  })

  test.each(chosenOf('lists with ten thousand entries', LONG_LISTS))(
    '$path with ten thousand is opened by its link: a hundred are read at once, and those in sight are drawn',
    async ({ path, make }) => {
      const long = await servedWorld({ name: 'Nobody', domain: 'nobody.example', people: [], groups: [] })
      await long.act('entra.create-user', { userPrincipalName: 'one@nobody.example', displayName: 'One' })
      await make(long)
      const { page, noise, sent, close } = await consolePage(browser, `${long.url}${path}`)
      await page.getByText(/^10,00\d entries$/).waitFor()
      const rows = page.getByRole('grid').getByRole('row')
      await rows.nth(5).focus()
      await page.keyboard.press('End')
      await expect.poll(() => rows.last().getAttribute('aria-rowindex')).toMatch(/^100\d\d$/)
      await expect.poll(() => rows.last().innerText()).toMatch(/.{10}/s)
      expect(await rows.count()).toBeLessThanOrEqual(80)
      const limits = (await sent()).map(({ path: asked }) => new URL(asked, long.url).searchParams.get('limit'))
      const pages = limits.filter((limit) => limit === '100')
      expect(pages.length).toBeGreaterThan(1)
      expect(pages.length).toBeLessThanOrEqual(6)
      expect(noise).toEqual([])
      await Promise.all([close(), long.close()])
    },
  )

  test('waits for what is read, tells an error and a refusal, goes on when it is asked again, and says what would fill it', async () => {
    const { page, close } = await consolePage(browser, `${served.url}/nowhere`)
    const all = [...everyPath, ...deeper, ...besides]
    const own = all.filter((path) => OF_CONSOLES.test(path) && !NOTHING_TO_WAIT_FOR.test(path))
    for (const at of sampleOf('pages in their four states', own.length, 2)) {
      const path = own[at] ?? ''
      const seen = await fourStates(page, `${served.url}${path}`)
      expect([path, seen]).toEqual([path, ALL_FOUR])
    }
    await close()
  })

  test.each(chosenOf('pages of the world in their four states', OF_WORLD))(
    '%s, which reads the world itself, waits, tells an error and a refusal, and goes on',
    async (path, read) => {
      const { page, close } = await consolePage(browser, `${served.url}/nowhere`)
      expect([path, await fourStates(page, `${served.url}${path}`, read)]).toEqual([path, ALL_FOUR])
      await close()
    },
  )

  test('the bar waits, is refused and goes on, and the page below stands', async () => {
    const { page, close } = await consolePage(browser, `${served.url}/nowhere`)
    const seen = await statesOfTheBar(page, `${served.url}/lark/members`, page.getByText('48 entries'))
    expect(seen).toEqual({ waits: true, refuses: true, wrong: [], goesOn: true, stands: true })
    await close()
  })

  test('an application that is not there is told as what it is', async () => {
    const { page, close } = await consolePage(browser, `${empty.url}/entra/apps/Lark/provisioning`)
    await page.getByText('There is no app "Lark"').waitFor()
    await close()
  })

  test('an unknown address says so', async () => {
    const { page, close } = await consolePage(browser, `${served.url}/nowhere`)
    expect(await page.locator('h1').innerText()).toBe('There is no such page')
    // What is looked for on every page is found where it is.
    await page.evaluate('document.querySelector("main").append(new Image())')
    expect(await violations(page)).toEqual([expect.stringMatching(/^image-alt: <img> Fix any/)])
    await page.evaluate('document.body.prepend(Object.assign(new Image(), { height: 400 }))')
    await expect.poll(() => layoutShift(page)).toBeGreaterThan(MOST_SHIFT)
    await close()
  })
})
