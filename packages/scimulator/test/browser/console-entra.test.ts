// What an administrator of Entra ID looks at before anything is saved, and the pages of single people, groups and mails.
import { words } from '@scimulator/console/entra/words'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const BADGE = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User:badge'

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (!isHere) return
  ;[browser, served] = await Promise.all([launchChromium(), servedWorld()])
  await served.act('world.set-up', { provider: 'entra' })
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

describe.runIf(isHere)('before anything is saved', () => {
  test('a mapping is tried with somebody, row by row, and the rules say what is wrong with it', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Lark/mappings/User`)
    await page.getByText('The rules find 2 warnings.').waitFor()
    await page.getByText('47 in scope of 48').or(page.getByText('48 in scope of 48')).waitFor()
    await page.getByRole('button', { name: `${words.tryWith} …` }).click()
    await page.getByRole('checkbox', { name: 'Alice Jacobi' }).check()
    await page.getByRole('button', { name: words.select, exact: true }).click()
    await page.getByRole('columnheader', { name: /^alice.* gets$/ }).waitFor()
    await page.getByRole('row', { name: /^displayName .* Alice Jacobi/ }).waitFor()
    expect(page.url()).toContain('with=')

    await page.getByRole('button', { name: `${words.editRow} displayName`, exact: true }).click()
    await page.getByRole('combobox', { name: words.mappingType }).selectOption('Expression')
    const box = page.getByRole('textbox', { name: words.expression })
    await box.pressSequentially('toup')
    await page.getByRole('option', { name: /^ToUpper/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('ToUpper(source, [culture])').filter({ visible: true }).waitFor()
    await box.pressSequentially('[displ')
    await page.getByRole('option', { name: '[displayName]' }).click()
    expect(await box.inputValue()).toBe('ToUpper([displayName])')
    const panel = page.getByRole('dialog')
    await panel.getByText(/ gets ALICE JACOBI$/).waitFor()
    await box.fill('ToUpper([displayName]')
    await panel.getByText(/^error\s*Line 1, column \d+:/).waitFor()
    await box.fill('ToUpper([displayName])')
    await panel.getByText(/ gets ALICE JACOBI$/).waitFor()
    await page.getByRole('button', { name: words.ok, exact: true }).click()
    await page.getByRole('row', { name: /^displayName .* ALICE JACOBI/ }).waitFor()
    await page.getByText('1 unsaved change').waitFor()
    const { items } = Object(await served.view('entra.audit-logs?where=activity:Update attribute mappings or scope'))
    await page.getByRole('button', { name: words.discard }).click()
    expect(items.length).toBeLessThanOrEqual(1)
    expect(noise).toEqual([])
    await close()
  })

  test('an attribute is added to the list, stands in the schema, and can be mapped', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Lark/mappings/User`)
    await page.getByRole('checkbox', { name: words.advancedOptions }).check()
    await page.getByRole('link', { name: words.editAttributeList }).click()
    await page.getByRole('row', { name: /^userName String .*Yes/ }).waitFor()
    await page.getByRole('textbox', { name: words.name }).fill(BADGE)
    await page.getByRole('combobox', { name: words.type }).selectOption('Integer')
    await page.getByRole('button', { name: words.addAttribute }).click()
    await page.getByText('1 unsaved change').waitFor()
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await page.getByText('The attribute list is saved.').waitFor()
    await page.getByRole('main').getByRole('link', { name: words.attributeMapping }).click()
    await page.getByRole('checkbox', { name: words.advancedOptions }).check()
    await page.getByRole('link', { name: words.reviewSchema }).click()
    await page.getByText(BADGE).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: words.addMapping }).click()
    expect(
      await page.getByRole('combobox', { name: words.targetAttribute }).locator('option').allInnerTexts(),
    ).toContain(BADGE)
    expect(noise).toEqual([])
    await close()
  })

  test('who would leave the scope is told before a filter is saved', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Lark/scope/User`)
    await page.getByText(/are in scope, after a save as now\.$/).waitFor()
    await page.getByRole('button', { name: words.addScopingFilter }).click()
    await page.getByRole('combobox', { name: words.attributeName }).selectOption('department')
    await page.getByRole('textbox', { name: words.attributeValue }).fill('Finance')
    await page.getByRole('textbox', { name: words.scopingTitle }).fill('Finance only')
    await page.getByRole('button', { name: words.okCapitals, exact: true }).click()
    await page.getByText(/^\d of 48 would be in scope; 4\d are now\.$/).waitFor()
    await page.getByText(/^Would leave \(\d\d\): .*, and \d+ more$/).waitFor()
    expect(Object(await served.view('entra.object-mappings/User?app=Lark')).item.value.scope).toEqual([])
    await page.getByRole('button', { name: words.discard }).click()
    expect(noise).toEqual([])
    await close()
  })
})
