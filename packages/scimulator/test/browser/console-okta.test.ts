// Okta's admin console, by presses and typing alone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { words } from '../../../console/src/okta/words.ts'
import { demoCompany } from '../../src/cli/up/demo-company.ts'
import { chromiumPath, testChromium } from './chromium.ts'
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

async function ended(opened: Walk): Promise<void> {
  expect(await opened.uncaused()).toEqual([])
  expect(opened.noise).toEqual([])
  await opened.close()
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
})
