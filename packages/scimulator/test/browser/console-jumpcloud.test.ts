// Lark's help page about JumpCloud, walked in the consoles by presses alone, and what its warning is about.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { creating, identity, words as portal, tabs } from '../../../console/src/jumpcloud/words.ts'
import { access, steps, words } from '../../../console/src/receiver/words.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'
import { walkedPage } from './walk.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
/** Of the design; counted on paper it is 33. A choice from a list counts as a press. */
const MOST_PRESSES = 34
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] }

let browser: Browser
const worlds: ServedWorld[] = []

beforeAll(async () => {
  if (isHere) browser = await testChromium()
})
afterAll(async () => {
  await browser?.close()
  await Promise.all(worlds.map((world) => world.close()))
})

async function world(): Promise<ServedWorld> {
  const served = await servedWorld()
  worlds.push(served)
  return served
}

/** Somebody who follows a help page: presses by the names that it gives, chooses, and types. */
function reader({ page }: { readonly page: Page }) {
  const press = (role: 'button' | 'link' | 'tab' | 'checkbox', name: string) =>
    page.getByRole('main').getByRole(role, { name, exact: true }).click()
  return {
    press,
    rail: (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click(),
    type: (name: string, text: string) => page.getByRole('textbox', { name }).fill(text),
    choose: (name: string, choice: string) => page.getByRole('combobox', { name }).selectOption({ label: choice }),
  }
}

async function isOn(page: Page, heading: string): Promise<void> {
  await page.getByRole('region', { name: heading, exact: true }).waitFor()
}

describe.runIf(isHere)('JumpCloud’s help page', () => {
  test(`is walked to a synced directory in at most ${MOST_PRESSES} presses`, async () => {
    const served = await world()
    const opened = await walkedPage(browser, served, CLIPBOARD)
    const { page, noise, presses, copied, uncaused } = opened
    const { press, rail, type, choose } = reader(opened)

    // 1.1 Enable user sync from JumpCloud to Lark
    await rail('Directory sync')
    await press('link', words.addSource)
    await press('button', words.kinds.JumpCloud)
    await isOn(page, steps[0])
    await press('button', access.copyToken)
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const token = await copied()
    await press('button', access.copyUrl)
    await expect.poll(copied).toMatch(/^http:/)
    const url = await copied()
    await press('button', words.next)
    await isOn(page, steps[1])
    await type('Field value of Employee Type in JumpCloud', 'Regular')
    await type('Name of Workforce Type in Lark', 'regular employee')
    await press('button', words.next)
    await isOn(page, steps[2])
    await press('button', words.next)
    await isOn(page, steps[3])
    await page.getByText('Regular → regular employee').waitFor()
    await press('button', words.saveAndActivate)
    await page
      .getByRole('group', { name: 'Lark & JumpCloud Sync App' })
      .getByText('Activated', { exact: true })
      .waitFor()

    // 1.2 Create an App in JumpCloud
    await rail('SSO applications')
    await press('link', portal.addApplication)
    await press('button', portal.customApplication)
    await press('button', creating.createIntegration)
    await press('button', portal.next)
    await press('checkbox', creating.identityManagement)
    await press('button', portal.next)
    await type(creating.displayLabel, 'Lark')
    await press('button', creating.saveApplication)
    await press('button', creating.configureApplication)
    await rail('SSO applications')
    await press('link', 'Lark')
    await press('tab', tabs.identity)
    await choose(identity.apiType, identity.scimApi)
    await choose(identity.scimVersion, identity.scim2)
    await type(identity.baseUrl, url)
    await type(identity.tokenKey, token)
    await type(identity.testUserEmail, 'scim-test@contoso.example')
    await press('button', identity.testConnection)
    await page.getByRole('main').getByText('Connection test was successful').first().waitFor()
    await press('checkbox', identity.enableGroups)
    await press('button', identity.activate)
    await page.getByText('Identity Management: active', { exact: true }).waitFor()
    await press('tab', tabs.groups)
    await page.getByRole('checkbox', { name: /^All / }).or(page.getByRole('checkbox').nth(1)).first().click()
    await press('button', portal.save)
    await press('button', 'Let a minute pass')
    await expect.poll(() => page.getByText('for the clock').count()).toBe(0)

    const count = await presses()
    console.log(`JumpCloud's help page: ${count} presses of at most ${MOST_PRESSES}`)
    expect(count).toBeLessThanOrEqual(MOST_PRESSES)
    expect(await uncaused()).toEqual([])

    // 1.3 Verify the results
    const [group] = Object(await itemOf(served, 'jumpcloud/views/applications/Lark')).userGroups
    const wanted = Object(await itemOf(served, `jumpcloud/views/groups/${encodeURIComponent(group)}`)).members
    expect(wanted.length).toBeGreaterThan(0)
    await rail('Members')
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Active')
    await page.getByText(new RegExp(`^${wanted.length} entr`)).waitFor()
    await page.getByText(/Lark & JumpCloud Sync App: .*\d+ members created/).waitFor()
    await page.getByRole('row').nth(1).click()
    const basic = page.getByRole('complementary').getByRole('table', { name: words.basicInfo })
    await basic
      .getByRole('row', { name: `${words.memberFields.email} ` })
      .getByText(words.dataSources.SCIM)
      .waitFor()
    await rail('Field management')
    await page.getByText(/Lark & JumpCloud Sync App: \d+ fields synchronized/).waitFor()
    await page.getByRole('row', { name: /^email .* SCIM data source/ }).waitFor()
    await rail('Sync log')
    await page
      .getByRole('row', { name: /member .* created success/ })
      .first()
      .click()
    await page.getByRole('link', { name: /^See the request #\d+ on the wire$/ }).click()
    await page
      .getByText(/^JumpCloud creates .*: created\.$/)
      .last()
      .waitFor()
    await rail('Admin log')
    await page.getByRole('row', { name: /^Add sync source/ }).waitFor()
    // Group management is cleared: people came, and no group of theirs.
    await rail('User groups')
    await page.getByText('User groups appear here once').waitFor()
    await rail('Home')
    await page.getByRole('button', { name: 'JumpCloud help page: 12 of 12' }).waitFor()
    expect(noise).toEqual([])
    await opened.close()
  })

  test('says beforehand whom its test would deactivate, shows T1 to T10, and the member is inactive', async () => {
    const served = await world()
    await served.act('world.set-up', { provider: 'jumpcloud' })
    await served.act('world.advance', { by: '1m' })
    const { email, name } = { email: 'anna.berg@contoso.example', name: 'Anna Berg' }
    await served.act('lark.add-member', { name, email })
    const motion = { reducedMotion: 'no-preference' } as const
    const opened = await consolePage(
      browser,
      `${served.url}/jumpcloud/sso/application?application=Lark&tab=identity`,
      motion,
    )
    const { page, noise } = opened
    const { press, type } = reader(opened)
    await page.getByRole('button', { name: portal.actions }).click()
    await page.getByRole('menuitem', { name: portal.deactivateIdentity }).click()
    await press('button', portal.deactivateIdentity)
    await page.getByText('Identity Management: not activated').waitFor()
    await page.getByRole('button', { name: identity.activate, exact: true }).waitFor()
    expect(await page.getByText('Coach', { exact: true }).count()).toBe(0)
    await type(identity.testUserEmail, email)
    await page.getByText(`At the application this address is ${name}, Active.`).waitFor()
    await press('button', identity.testConnection)
    const lines = page.getByRole('list', { name: 'Requests of the test' }).getByRole('listitem')
    const counts = new Set<number>()
    await expect
      .poll(
        async () => {
          counts.add(await lines.count())
          return lines.filter({ hasText: 'T10' }).count()
        },
        { interval: 20, timeout: 15_000 },
      )
      .toBe(1)
    expect(counts.size, 'one by one').toBeGreaterThan(2)
    const shown = await lines.allInnerTexts()
    const seen = new Set(shown.map((text) => /T\d+/.exec(text)?.[0]))
    expect([...seen]).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10'])
    expect(shown.find((text) => text.includes('T9'))).toContain(`→ ${email}: deactivated`)
    await page.getByText('Connection test: passed').waitFor()
    // Its report names the exchanges, also once the page is opened anew.
    await page.reload()
    await lines.filter({ hasText: 'T9' }).getByText(`→ ${email}: deactivated`).waitFor()
    await lines
      .filter({ hasText: 'T9' })
      .getByRole('link', { name: /^#\d+$/ })
      .click()
    await page.getByRole('complementary', { name: 'Details' }).getByText(/^PUT /).first().waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Members', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Search' }).fill(email)
    // The test has written over her name, too.
    await page.getByRole('row', { name: new RegExp(`Inactive ${email}`) }).waitFor()
    await insightsOf(page)
    await usersOf(page)
    await mappingOf(page)
    expect(noise).toEqual([])
    await opened.close()
  })

  test('a word in the address that names no tab, such as "constructor", shows the first one', async () => {
    const served = await world()
    await served.act('world.set-up', { provider: 'jumpcloud' })
    const address = `${served.url}/jumpcloud/sso/application?application=Lark&tab=constructor`
    const { page, noise, close } = await consolePage(browser, address)
    await page.getByRole('tab').first().waitFor()
    expect(await page.getByRole('tab', { selected: true }).allInnerTexts()).toEqual([tabs.general])
    expect(noise).toEqual([])
    await close()
  })
})

/** Directory Insights: bars, filters, and from an event to its request. */
async function insightsOf(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Directory insights' }).click()
  const bars = page.getByRole('region', { name: 'Event frequency' }).getByRole('button')
  await bars.first().waitFor()
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
    'Timestamp',
    'Event Type',
    'Result',
    'Initiated By',
    'Client IP',
  ])
  const [label] = /\d+ events?/.exec((await bars.last().getAttribute('aria-label')) ?? '') ?? []
  await bars.last().click()
  await page.getByText(`${label?.split(' ')[0]} entr`).waitFor()
  expect(page.url()).toMatch(/start=.*&end=/)
  await page.getByRole('combobox', { name: 'Time range' }).selectOption('Last 24 hours')
  await page.getByRole('combobox', { name: 'Service' }).selectOption('Directory')
  await page.getByRole('combobox', { name: 'Event Type' }).selectOption('group_create_provision')
  await page
    .getByRole('grid')
    .getByRole('row', { name: /group_create_provision success/ })
    .first()
    .waitFor()
  await page.getByRole('combobox', { name: 'Event Type' }).selectOption('user_create_provision')
  const rows = page.getByRole('grid').getByRole('row', { name: /user_create_provision success/ })
  await rows.nth(1).waitFor()
  await page
    .getByRole('grid')
    .getByRole('row', { name: /_create_provision/ })
    .first()
    .click()
  const details = page.getByRole('complementary', { name: 'Details' })
  const who = await details.getByRole('link').first().innerText()
  await page.getByRole('searchbox', { name: 'User' }).fill(who.toUpperCase())
  await page.getByText('1 entry').waitFor()
  await rows.first().click()
  await details.getByRole('link', { name: /^See the request #\d+ on the wire$/ }).click()
  await page
    .getByText(/JumpCloud creates .*: created\./)
    .last()
    .waitFor()
}

/** Users: page by page, several at once, and what came of it. */
async function usersOf(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Users', exact: true }).last().click()
  await page.getByText('1–10 of 48').waitFor()
  const more = page.getByRole('button', { name: portal.moreActions })
  expect(await more.getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('20')
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.getByText('21–40 of 48').waitFor()
  for (const n of [0, 1])
    await page
      .getByRole('checkbox', { name: /^Select / })
      .nth(n)
      .check()
  await more.click()
  await page.getByRole('menuitem', { name: portal.userActs.suspend }).click()
  await page.getByText('2 users suspended.').waitFor()
  expect(
    await page
      .getByRole('checkbox', { name: /^Select / })
      .nth(0)
      .isChecked(),
  ).toBe(false)
  await page.getByRole('combobox', { name: portal.userState }).selectOption('SUSPENDED')
  await page.getByText('1–2 of 2').waitFor()
  await page
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .check()
  await more.click()
  await page.getByRole('menuitem', { name: portal.userActs.reactivate }).click()
  await page.getByText('1 user reactivated.').waitFor()
}

/** Export Attribute Mapping and Import, on the tab Identity Management. */
async function mappingOf(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'SSO applications' }).click()
  await page.getByRole('link', { name: 'Lark', exact: true }).first().click()
  await page.getByRole('tab', { name: tabs.identity }).click()
  const mapping = page.getByRole('region', { name: identity.exportMapping })
  await mapping.getByRole('row', { name: `username userName ${identity.required}` }).waitFor()
  await mapping.getByRole('button', { name: identity.editMapping }).click()
  await mapping.getByRole('checkbox', { name: 'title' }).uncheck()
  await mapping.getByRole('button', { name: identity.saveMapping }).click()
  await mapping.getByRole('row', { name: `jobTitle title ${identity.optional}, ${identity.leftOut}` }).waitFor()
  await page.getByRole('button', { name: identity.importUsers }).click()
  await page.getByText(/^\d+ imported, \d+ known already\./).waitFor()
}

/** Not a press: what must be true is asked of the control surface, as anybody may. The value of one item, by path. */
async function itemOf({ url }: ServedWorld, path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}/_scimulator/${path}`)
  return Object(Object(await answer.json()).item).value
}
