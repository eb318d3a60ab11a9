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

describe.runIf(isHere)('the portal of today', () => {
  test('has a blade for each part of the settings, and the choice is kept', async () => {
    await served.act('entra.create-app', { name: 'Second' })
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Second/provisioning`)
    const menu = page.getByRole('navigation', { name: 'Second' })
    await page.getByRole('button', { name: words.getStarted }).waitFor()
    await menu.getByRole('combobox', { name: words.portalLayout }).selectOption('current')
    expect((await menu.getByRole('link').allInnerTexts()).slice(0, 6)).toEqual([
      words.overview,
      words.connectivity,
      words.mappingBlade,
      words.usersAndGroups,
      words.onDemand,
      words.logs,
    ])
    await page.getByRole('button', { name: words.newConfiguration }).click()
    await page.getByRole('textbox', { name: words.tenantUrl }).fill(`${served.receiverUrl}/scim/v2`)
    await page.getByLabel(words.secretToken).fill('some-token')
    await page.getByRole('button', { name: words.create, exact: true }).click()
    await page.getByText(words.notRun).waitFor()
    await page.getByRole('tab', { name: words.properties }).click()
    await page.getByRole('button', { name: words.editRow, exact: true }).click()
    await page.getByRole('checkbox', { name: words.preventDeletion }).check()
    await page.getByRole('textbox', { name: words.threshold }).or(page.getByLabel(words.threshold)).fill('7')
    await page.getByRole('button', { name: words.applyChanges, exact: true }).click()
    await page.getByText('Yes, 7').waitFor()
    await page.reload()
    await page.getByText('Yes, 7').waitFor()
    await menu.getByRole('link', { name: words.mappingBlade }).click()
    await page.getByRole('main').getByRole('link', { name: words.groupMapping }).click()
    await page.getByRole('main').getByRole('link', { name: words.mappingBlade }).last().click()
    await page.getByRole('link', { name: words.userMapping }).waitFor()
    await menu.getByRole('combobox', { name: words.portalLayout }).selectOption('classic')
    await menu.getByRole('link', { name: words.provisioning, exact: true }).click()
    await page.getByRole('combobox', { name: words.mode }).waitFor()
    await served.act('entra.delete-app', { app: 'Second' })
    expect(noise).toEqual([])
    await close()
  })
})

describe.runIf(isHere)('single people and groups', () => {
  test('a user is made, edited, put into a group, and told apart from those in scope', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/users`)
    await page.getByRole('link', { name: words.newUser }).click()
    await page.getByRole('textbox', { name: 'User principal name' }).fill('eva@contoso.example')
    await page.getByRole('textbox', { name: 'Display name' }).fill('<b>Eva</b>')
    await page.getByRole('textbox', { name: 'Job title' }).fill('Clerk')
    await page.getByRole('button', { name: words.create, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '<b>Eva</b>' }).waitFor()
    await page.getByRole('textbox', { name: 'Job title' }).fill('Boss')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await expect
      .poll(async () => Object(await served.view('entra.users/eva@contoso.example')).item.value.jobTitle)
      .toBe('Boss')
    const menu = page.getByRole('navigation', { name: '<b>Eva</b>' })
    await menu.getByRole('link', { name: words.groupsOfUser, exact: true }).click()
    await page.getByText('In no group.').waitFor()
    await page.getByRole('button', { name: words.addMemberships }).click()
    await page.getByRole('checkbox', { name: 'Finance' }).check()
    await page.getByRole('button', { name: words.select, exact: true }).click()
    await page.getByRole('row', { name: /Finance Assigned/ }).waitFor()
    await menu.getByRole('link', { name: words.applications, exact: true }).click()
    await page.getByRole('row', { name: /^Lark In scope Finance/ }).waitFor()
    expect(noise).toEqual([])
    await close()
  })

  test('a group is made with a member, renamed, emptied and deleted', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/groups`)
    await page.getByRole('link', { name: words.newGroup }).click()
    await page.getByRole('textbox', { name: words.groupName }).fill('Night shift')
    await page.getByRole('button', { name: words.noMembers }).click()
    await page.getByRole('checkbox', { name: 'Alice Jacobi' }).check()
    await page.getByRole('button', { name: words.select, exact: true }).click()
    await page.getByRole('button', { name: words.create, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Night shift' }).waitFor()
    await page.getByRole('textbox', { name: words.groupName }).fill('Day shift')
    await page.getByRole('textbox', { name: words.groupDescription }).fill('From six to two')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Day shift' }).waitFor()
    await page
      .getByRole('navigation', { name: 'Day shift' })
      .getByRole('link', { name: words.members, exact: true })
      .click()
    await page.getByRole('checkbox', { name: 'Alice Jacobi' }).check()
    await page.getByRole('button', { name: words.remove, exact: true }).click()
    await page.getByText('Nobody is in this group.').waitFor()
    await page.getByRole('navigation', { name: 'Day shift' }).getByRole('link', { name: words.properties }).click()
    await page.getByRole('button', { name: words.deleteGroup, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: words.groups }).waitFor()
    expect(Object(await served.view('entra.groups?where=displayName:Day shift')).total).toBe(0)
    expect(noise).toEqual([])
    await close()
  })
})

describe.runIf(isHere)('before anything is saved', () => {
  test('an expression is put together and tried with values that are typed', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Lark/expression`)
    await page.getByRole('combobox', { name: words.selectFunction }).selectOption('Append')
    await page.getByRole('combobox', { name: words.selectAttribute }).selectOption('department')
    await page.getByRole('textbox', { name: words.suffix }).fill('-X')
    await page.getByRole('button', { name: words.addExpression }).click()
    await page.getByRole('textbox', { name: '[department]' }).fill('Sales')
    await page.getByRole('button', { name: words.testExpression }).click()
    await page.getByRole('region', { name: words.expressionOutput }).getByText('Sales-X', { exact: true }).waitFor()
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: words.logs, exact: true }).click()
    await page.getByText(/^\d\d entries$/).waitFor()
    await page.getByRole('combobox', { name: words.date }).selectOption('24 hours')
    await page.getByText(/^\d\d entries$/).waitFor()
    expect(page.url()).toContain('date=24h')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: words.download }).click()
    expect((await saved).suggestedFilename()).toBe('provisioning-logs.json')
    expect(noise).toEqual([])
    await close()
  })

  test('a mapping is tried with somebody, row by row, and the rules say what is wrong with it', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/entra/apps/Lark/mappings/User`)
    await page.getByText('The rules find 2 warnings.').waitFor()
    await page.getByText(/^\d+ in scope of \d+$/).waitFor()
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
    await page.getByText(/^\d of \d+ would be in scope; \d+ are now\.$/).waitFor()
    await page.getByText(/^Would leave \(\d\d\): .*, and \d+ more$/).waitFor()
    expect(Object(await served.view('entra.object-mappings/User?app=Lark')).item.value.scope).toEqual([])
    await page.getByRole('button', { name: words.discard }).click()
    expect(noise).toEqual([])
    await close()
  })
})
