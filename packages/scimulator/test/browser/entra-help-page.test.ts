// The receiver's help page for Entra ID, walked in the consoles in its order and its words, from the first press to a synced directory.
import { words } from '@scimulator/console/entra/words'
import { access, byKind, words as lark } from '@scimulator/console/receiver/words'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage, violations } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'
import { walkedPage } from './walk.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const APP = 'Lark & Entra ID Sync App'

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

/** What people do on a page, each by the name that they read; a press and a choice count, typing does not. */
function hands(page: Page, app = APP) {
  const main = page.locator('main')
  return {
    button: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    link: (name: string | RegExp) => main.getByRole('link', { name, exact: true }).first().click(),
    rail: (name: string) =>
      page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click(),
    menu: (name: string) =>
      page.getByRole('navigation', { name: app }).getByRole('link', { name, exact: true }).click(),
    tick: (name: string) => page.getByRole('checkbox', { name, exact: true }).check(),
    type: (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text),
    choose: (label: string, option: string) => page.getByRole('combobox', { name: label }).selectOption(option),
    row: (name: string | RegExp) => page.getByRole('row', { name }).first().waitFor(),
    read: (text: string | RegExp) => page.getByText(text).first().waitFor(),
  }
}

const UNWANTED = [
  'preferredLanguage',
  'name.formatted',
  ...['formatted', 'streetAddress', 'locality', 'region', 'postalCode'].map(
    (part) => `addresses[type eq "work"].${part}`,
  ),
  'phoneNumbers[type eq "work"].value',
  'phoneNumbers[type eq "fax"].value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
]

describe.runIf(isHere)('the help page for Entra ID', () => {
  test('from a new application to a synced directory, in its words', async () => {
    const { page, noise, presses, copied, uncaused, end, close } = await walkedPage(browser, served, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const { button, link, rail, menu, tick, type, choose, read, row } = hands(page)

    await read('Entra ID help page: 0 of 16')
    // 1.1
    await rail('Directory sync')
    await page
      .getByRole('link', { name: lark.addSource })
      .or(page.getByRole('button', { name: lark.addSource }))
      .click()
    await button(lark.kinds['Entra ID'])
    await button(access.copyToken)
    await read('Copied')
    const token = await copied()
    await button(access.copyUrl)
    await expect.poll(copied, { timeout: 10_000 }).not.toBe(token)
    const url = await copied()
    await button(lark.next)
    await type(`${byKind['Entra ID'].employeeType} 1`, 'Regular')
    await type(`${byKind['Entra ID'].workforceType} 1`, 'regular employee')
    await button(lark.next)
    await button(lark.next)
    await button(lark.saveAndActivate)
    await read('Activated')

    // 1.2, lines 2 and 3
    await rail('Enterprise applications')
    await button(words.newApplication)
    await button(words.createOwn)
    await type(words.appName, APP)
    await button(words.create)
    // Lines 4 to 6
    await link(words.getStarted)
    await button(words.getStarted)
    await choose(words.mode, words.automatic)
    await type(`${words.tenantUrl}*`, `${url}?aadOptscim062020`)
    await type(words.secretToken, 'wrong')
    await button(words.testConnection)
    await read(/You appear to have entered invalid credentials/)
    await type(words.secretToken, token)
    await button(words.testConnection)
    await read(words.authorized)
    await button(words.save)
    await read('The settings of provisioning are saved.')
    // Line 7
    await link(words.groupMapping)
    await button('Delete externalId')
    await button(words.save)
    await read('The mapping is saved.')
    await link(words.provisioning)
    // Line 8
    await link(words.userMapping)
    for (const target of UNWANTED) await button(`Delete ${target}`)
    await button('Edit emails[type eq "work"].value')
    await choose(words.sourceAttribute, 'userPrincipalName')
    await button(words.ok)
    await button('Edit externalId')
    await choose(words.sourceAttribute, 'objectId')
    await button(words.ok)
    await button(words.addMapping)
    await choose(words.sourceAttribute, 'employeeType')
    await choose(words.targetAttribute, 'userType')
    await button(words.ok)
    await button(words.save)
    await read('The mapping is saved.')
    await link(words.provisioning)
    // Line 9
    const scope = page.getByRole('combobox', { name: words.scope, exact: true })
    expect(await scope.inputValue()).toBe(words.onlyAssigned)
    await tick(words.preventDeletion)
    await type(words.threshold, '10')
    await button(words.save)
    await read('The settings of provisioning are saved.')
    // Lines 10 and 11
    await link(APP)
    await link(words.assignTile)
    await button(words.addUserOrGroup)
    await button(words.noneSelected)
    await tick('Engineering')
    await tick('Alice Jacobi')
    await button(words.select)
    await button(words.assign)
    await read('2 entries')
    // Line 12
    await menu(words.provisioning)
    await button(words.start)
    await read(words.initialDone)

    // 1.3, and 3: what was synced, and what the application's logs say of it
    await rail('Members')
    await row(/Alice Jacobi Active .* SCIM/)
    await rail('Sync log')
    await row(/member .*created success/)
    await rail('Admin log')
    await row(/Add sync source/)

    const pressed = await presses()
    console.log(`The help page for Entra ID: ${pressed} presses and choices.`)
    expect(pressed).toBeLessThanOrEqual(72)
    // The guide has seen all of it, and leads to each line's page.
    await rail('Home')
    await button('Entra ID help page: 16 of 16')
    expect(await uncaused()).toEqual([])
    expect(await violations(end())).toEqual([])
    await link('Take me there: Edit externalId: its source is objectId')
    await page.getByRole('heading', { level: 1, name: words.attributeMapping }).waitFor()
    const { items } = Object(await served.view('lark.members'))
    expect(items.map(({ value }: { value: { name: string; status: string } }) => value.status)).toEqual([
      'Active',
      'Active',
    ])
    // The browser itself tells of the connection that was refused.
    expect(noise).toEqual([expect.stringContaining('403 (Forbidden)')])
    await close()
  })
  test('twelve who are no longer assigned are held back, and disabled once somebody allows it', async () => {
    await served.act('world.set-up', { provider: 'entra' })
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Lark/edit`)
    const { button, link, menu, tick, type, read } = hands(page, 'Lark')
    const inactive = async () => Object(await served.view('lark.members?where=status:Inactive')).total
    await type(words.threshold, '5')
    await button(words.save)
    await read('The settings of provisioning are saved.')
    await link('Lark')
    await link(words.assignTile)
    // Eight and four people.
    for (const group of ['Facilities', 'Finance']) await tick(group)
    await button(words.remove)
    await read('10 entries')
    await menu(words.provisioning)
    await button(words.runNow)
    await read(words.quarantined)
    await read('14 deletions are held back.')
    expect(await inactive()).toBe(0)
    await menu(words.heldBack)
    await read('14 entries')
    await menu(words.overview)
    await button(words.allowDeletes)
    expect(await inactive()).toBe(0)
    await button(words.yes)
    await page.getByText('14 deletions are held back.').waitFor({ state: 'hidden' })
    await expect.poll(inactive).toBe(12)
    expect(noise).toEqual([])
    await close()
  })
})
