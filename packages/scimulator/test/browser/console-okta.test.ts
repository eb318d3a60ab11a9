// Okta's admin console, by presses and typing alone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assigning, features, importing, provisioning, pushing, tabs, words } from '../../../console/src/okta/words.ts'
import { demoCompany } from '../../src/cli/up/demo-company.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'
import { type Walk, walkedPage } from './walk.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (isHere) [browser, served] = await Promise.all([testChromium(), servedWorld(demoCompany(48), ['okta'])])
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

/** Somebody who presses by name, chooses and types. */
function reader({ page }: { readonly page: Page }) {
  return {
    press: (role: 'button' | 'link' | 'tab' | 'checkbox', name: string) =>
      page.getByRole('main').getByRole(role, { name, exact: true }).click(),
    // The last family of the rail.
    rail: (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).last().click(),
    type: (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text),
    heading: (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    says: (text: string | RegExp) => page.getByText(text, { exact: true }).first().waitFor(),
  }
}

/** @param noise what the browser itself says of an answer that is no success */
async function ended(opened: Walk, noise: readonly string[] = []): Promise<void> {
  expect(await opened.uncaused()).toEqual([])
  expect(opened.noise).toEqual(noise)
  await opened.close()
}

/** Kept where somebody wants to look at it. */
async function pictured(page: Page, name: string): Promise<void> {
  const { SCIMULATOR_PICTURES: pictures } = process.env
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

describe.runIf(isHere)('Okta’s console', () => {
  test('a person is added, edited, put into groups, suspended, deactivated and deleted', async () => {
    const opened = await walkedPage(browser, served)
    const { page } = opened
    const { press, rail, type, heading, says } = reader(opened)
    await rail(words.people)
    await says('48 entries')
    await press('link', words.addPerson)
    await type('Username', 'asa.oberg@contoso.example')
    await type('Primary email', 'asa.oberg@contoso.example')
    await type('First name', 'Åsa')
    const save = page.getByRole('button', { name: words.save, exact: true })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await type('Last name', 'Öberg')
    await press('checkbox', words.isActive)
    await save.click()
    await heading('Åsa Öberg')
    await says(words.states.STAGED)
    await press('button', words.activate)
    await says(words.states.ACTIVE)

    await type('Title', 'Baker')
    await save.click()
    await page.getByText('1 unsaved change').waitFor({ state: 'detached' })
    await press('tab', words.applications)
    await says('No application is assigned to this person, alone or by a group.')
    await press('tab', words.groups)
    await press('button', words.addToGroups)
    await page.getByRole('dialog').getByRole('checkbox').first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Select' }).click()
    const groups = page.getByRole('list', { name: words.groups })
    const name = await groups.getByRole('link').first().innerText()
    await press('button', `${words.remove} ${name}`)
    await says('This person is in no group.')

    await press('button', words.suspend)
    await says(words.states.SUSPENDED)
    await press('button', words.unsuspend)
    await says(words.states.ACTIVE)
    await press('button', words.deactivate)
    await says(words.states.DEPROVISIONED)
    await rail(words.people)
    await says('49 entries')
    await page.getByRole('combobox', { name: words.status }).selectOption('DEPROVISIONED')
    await says('1 entry')
    await page.getByRole('row', { name: /^Åsa Öberg asa\.oberg@contoso\.example .*Baker.*Deactivated$/ }).click()
    await press('link', words.personPage)
    await press('button', words.deletePerson)
    await heading(words.people)
    await says('48 entries')
    await ended(opened)
  })

  test('a group is added, people are assigned and removed, it is renamed and deleted', async () => {
    const opened = await walkedPage(browser, served)
    const { page } = opened
    const { press, rail, type, heading, says } = reader(opened)
    await rail(words.groups)
    await press('button', words.addGroup)
    await type('Name', 'Bakers')
    await type(words.groupDescription, 'Who bakes')
    await page.getByRole('dialog').getByRole('button', { name: words.save }).click()
    await heading('Bakers')
    await page.getByText(/^Nobody is in this group\./).waitFor()
    for (const [n, counted] of ['1 entry', '2 entries'].entries()) {
      await press('button', words.assignPeople)
      const panel = page.getByRole('dialog')
      await panel.getByRole('checkbox').nth(n).click()
      await panel.getByRole('button', { name: 'Select' }).click()
      await says(counted)
    }
    await page.getByRole('grid').getByRole('checkbox').first().click()
    await press('button', words.remove)
    await says('1 entry')

    await press('button', words.rename)
    await type('Name', 'Bakers of bread')
    await page.getByRole('dialog').getByRole('button', { name: words.save }).click()
    await heading('Bakers of bread')
    await rail(words.groups)
    await page.getByRole('row', { name: /^Bakers of bread 1/ }).click()
    await press('link', words.groupPage)
    await heading('Bakers of bread')
    await press('button', words.deleteGroup)
    await heading(words.groups)
    expect(await page.getByText('Bakers of bread').count()).toBe(0)
    await ended(opened)
  })

  test('mappings are added, edited and taken away, and Basic Auth is chosen', async () => {
    await served.act('okta.create-application', { label: 'Mapped' })
    const { url } = Object(await served.act('receiver.add-source', { kind: 'Entra ID', activate: true }))
    await served.act('okta.configure-scim', { application: 'Mapped', baseUrl: url, token: 'no' })
    const opened = await walkedPage(browser, served)
    const { page } = opened
    const { press, rail, type } = reader(opened)
    await rail(words.applications)
    await press('link', 'Mapped')
    await press('tab', tabs.provisioning)
    const list = page.getByRole('list', { name: provisioning.mappings })
    const panel = page.getByRole('dialog')
    const inPanel = (name: string) => panel.getByRole('button', { name, exact: true }).click()
    await list.getByText('title → title').waitFor()

    await press('button', provisioning.addMapping)
    await panel.getByRole('combobox', { name: provisioning.oktaAttribute }).selectOption('nickName')
    await type(provisioning.externalName, 'nickName')
    await panel.getByRole('combobox', { name: provisioning.sentOn }).selectOption('DONT_PUSH')
    await panel.getByRole('combobox', { name: provisioning.whenSaved }).selectOption('later')
    await pictured(page, 'okta-mapping')
    await inPanel(words.save)
    const row = list.getByRole('listitem').filter({ hasText: 'nickName → nickName' })
    await row.getByText(provisioning.pushStatus.DONT_PUSH, { exact: true }).waitFor()

    await press('button', `${provisioning.editMapping} department`)
    await panel.getByText('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User').waitFor()
    await panel.getByRole('combobox', { name: provisioning.oktaAttribute }).selectOption('division')
    await inPanel(words.save)
    await list.getByText('division → department').waitFor()
    await press('button', `${provisioning.editMapping} nickName`)
    expect(await panel.getByRole('combobox', { name: provisioning.sentOn }).inputValue()).toBe('DONT_PUSH')
    await inPanel(words.remove)
    await row.waitFor({ state: 'detached' })
    await pictured(page, 'okta-mappings')

    await page.getByRole('combobox', { name: provisioning.mode }).selectOption('basic')
    await type(provisioning.userName, 'okta')
    await press('button', provisioning.test)
    await page.getByText(/Basic Auth wants a password too\./).waitFor()
    await type(provisioning.password, 'secret')
    await press('button', provisioning.test)
    await page.getByText(/^.*Error authenticating: Unauthorized/).waitFor()

    await page.getByRole('combobox', { name: provisioning.mode }).selectOption('oauth')
    await type(provisioning.tokenUrl, `${new URL(url).origin}/oauth/token`)
    await type(provisioning.clientId, 'okta')
    const integration = page.getByRole('region', { name: provisioning.integration })
    const save = integration.getByRole('button', { name: words.save })
    await save.click()
    // Half of it is not saved.
    await integration.getByText(/clientSecret/).waitFor()
    await type(provisioning.clientSecret, 'hidden')
    await type(provisioning.refreshToken, 'once')
    await pictured(page, 'okta-oauth')
    await save.click()
    await page.getByText(/unsaved change/).waitFor({ state: 'detached' })
    expect(await opened.uncaused()).toEqual([])
    await opened.close()
  })

  test('an import that the endpoint sends away waits, and is finished later', async () => {
    await served.act('okta.create-application', { label: 'Read' })
    const { url, token } = Object(await served.act('receiver.add-source', { kind: 'Entra ID', activate: true }))
    await served.act('okta.configure-scim', { application: 'Read', baseUrl: url, token })
    await served.act('world.fault', { on: { method: 'GET' }, effect: { kind: 'answer', status: 429 }, times: 1 })
    const opened = await walkedPage(browser, served)
    const { page } = opened
    const { press, rail, says } = reader(opened)
    await rail(words.applications)
    await press('link', 'Read')
    await press('tab', tabs.import)
    await press('button', importing.now)
    await says(importing.waits)
    expect(await page.getByRole('button', { name: importing.now }).getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: /^Clock/ }).click()
    await page.getByRole('menuitem', { name: '+40 minutes' }).click()
    await says(importing.done)
    await says(/^\d+ users scanned!$/)
    await ended(opened)
  })

  test('an application is made, connected and tested; people are assigned, a group is pushed, what failed is sent again', async () => {
    const { url, token } = Object(await served.act('receiver.add-source', { kind: 'Entra ID', activate: true }))
    const opened = await walkedPage(browser, served)
    const { page } = opened
    const { press, rail, type, heading, says } = reader(opened)
    await rail(words.applications)
    await press('link', words.createApp)
    await type(words.label, 'App')
    await press('button', words.save)
    await heading('App')
    await press('tab', tabs.provisioning)
    await type(provisioning.connectorUrl, url)
    await type(provisioning.authorization, 'wrong')
    await press('button', provisioning.test)
    await page.getByText(/^.*Error authenticating: Unauthorized/).waitFor()
    await type(provisioning.authorization, token)
    await press('button', provisioning.test)
    await says(provisioning.configured)
    await press('button', words.save)
    const toApp = page.getByRole('region', { name: provisioning.toApp })
    await toApp.getByRole('checkbox', { name: features[2][1] }).uncheck()
    await toApp.getByRole('button', { name: words.save }).click()
    await toApp.getByText('1 unsaved change').waitFor({ state: 'detached' })
    expect(await toApp.getByRole('checkbox', { name: features[2][1] }).isChecked()).toBe(false)

    await press('tab', tabs.assignments)
    await page.getByText(/^Nobody has this application\./).waitFor()
    const assign = async (kind: string, name: string): Promise<void> => {
      await press('button', assigning.assign)
      await page.getByRole('menuitem', { name: kind }).click()
      const panel = page.getByRole('dialog')
      await panel.getByRole('searchbox').fill(name)
      await panel.getByRole('checkbox', { name }).first().click()
      await panel.getByRole('button', { name: assigning.assign, exact: true }).click()
    }
    await assign(assigning.toGroups, 'Finance')
    await page
      .getByRole('row', { name: / Group Synchronized/ })
      .first()
      .waitFor()
    await press('tab', words.groups)
    await says('1 entry')
    await press('tab', words.people)
    await assign(assigning.toPeople, 'Nelda Kirlin')
    await page.getByRole('row', { name: /nelda\.kirlin@contoso\.example Individual Synchronized/ }).waitFor()
    await page.getByRole('checkbox', { name: 'nelda.kirlin@contoso.example' }).click()
    await press('button', words.remove)
    await page.getByRole('row', { name: /nelda\.kirlin/ }).waitFor({ state: 'detached' })

    await press('tab', tabs['push-groups'])
    await press('button', pushing.button)
    await page.getByRole('combobox', { name: pushing.byName }).fill('Finance')
    await page.getByRole('dialog').getByRole('button', { name: words.save }).click()
    await page.getByRole('row', { name: /^Finance Finance \d+ Active$/ }).click()
    await press('button', pushing.now)
    await press('button', pushing.deactivate)
    await page.getByRole('row', { name: /Inactive$/ }).waitFor()
    await press('button', pushing.activate)
    await page.getByRole('row', { name: / Active$/ }).waitFor()
    await press('button', pushing.unlink)
    await press('button', pushing.leaveTarget)
    await page.getByText(/^No group is pushed\./).waitFor()
    await press('tab', tabs.import)
    await press('button', importing.now)
    await page.getByText(/^\d+ users scanned!$/).waitFor()

    await press('tab', tabs.provisioning)
    await type(provisioning.authorization, 'wrong')
    const integration = page.getByRole('region', { name: provisioning.integration })
    await integration.getByRole('button', { name: words.save }).click()
    await page.getByText('1 unsaved change').waitFor({ state: 'detached' })
    await press('tab', tabs.assignments)
    await assign(assigning.toPeople, 'Kate Stanton')
    await page.getByRole('row', { name: /kate\.stanton.* Error/ }).waitFor()
    await rail(words.tasks)
    await page.getByRole('checkbox', { name: 'App' }).click()
    await press('button', words.retrySelected)
    await page.getByRole('checkbox', { name: 'App' }).and(page.locator(':not(:checked)')).waitFor()
    await rail(words.systemLog)
    await page.getByRole('combobox', { name: words.severity }).selectOption('ERROR')
    await page
      .getByRole('grid')
      .getByRole('row', { name: /Kate Stanton/ })
      .nth(1)
      .click()
    await page.getByRole('complementary').getByRole('link', { name: 'Kate Stanton' }).click()
    await heading('Kate Stanton')
    await press('tab', words.applications)
    await says('Error')
    // The test with a wrong token is refused.
    await ended(opened, ['console: Failed to load resource: the server responded with a status of 403 (Forbidden)'])
  })

  test('a page far down in the rail that is opened by its link is shown there', async () => {
    const { page, close } = await consolePage(browser, `${served.url}/okta/system-log`)
    const link = page.getByRole('navigation').locator('[aria-current=page]')
    await link.waitFor()
    const { height } = page.viewportSize() ?? { height: 0 }
    const place = await link.boundingBox()
    expect([place && place.y > 0, place && place.y + place.height <= height]).toEqual([true, true])
    await close()
  })
})
