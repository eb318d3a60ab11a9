// The receiver's console: what is done with a sync source after it was added, who may do it, and what is told of it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { access, words } from '../../../console/src/receiver/words.ts'
import { chromiumPath, launchChromium } from './chromium.ts'
import { type ConsolePage, consolePage } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const APP = 'Lark & Entra ID Sync App'

let browser: Browser
let served: ServedWorld
let opened: ConsolePage
let source: { readonly url: string; readonly token: string }

beforeAll(async () => {
  if (!isHere) return
  ;[browser, served] = await Promise.all([launchChromium(), servedWorld()])
  source = Object(await served.act('receiver.add-source', { kind: 'Entra ID', activate: true }))
  const permissions = ['clipboard-read', 'clipboard-write']
  opened = await consolePage(browser, `${served.url}/lark/directory-sync`, { permissions })
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

async function statusWith(token: string): Promise<number> {
  const answer = await fetch(`${source.url}/Users`, { headers: { authorization: `Bearer ${token}` } })
  return answer.status
}

describe.runIf(isHere)('a sync source', () => {
  test('is deactivated, activated, edited with a fresh token, and deleted for good', async () => {
    const { page } = opened
    const card = page.getByRole('group', { name: APP })
    await card.getByRole('button', { name: words.deactivate }).click()
    await card.getByText('Deactivated').waitFor()
    expect(await statusWith(source.token)).toBe(403)
    await card.getByRole('button', { name: words.activate, exact: true }).click()
    await card.getByText('Activated').waitFor()
    await card.getByRole('link', { name: words.edit }).click()
    expect(await page.getByRole('button', { name: access.copyToken }).count()).toBe(0)
    await page.getByRole('button', { name: access.refresh }).click()
    await page.getByRole('button', { name: access.copyToken }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const fresh = String(await page.evaluate('navigator.clipboard.readText()'))
    expect([await statusWith(source.token), await statusWith(fresh)]).toEqual([401, 200])
    await page.getByRole('button', { name: words.next }).click()
    await page.getByRole('textbox', { name: 'Field value of Employee Type in Entra ID 1' }).fill('Regular')
    await page.getByRole('button', { name: words.next }).click()
    await page.getByRole('button', { name: words.next }).click()
    await page.getByText('That did not work').waitFor()
    await page.getByRole('button', { name: words.back }).click()
    await page.getByRole('textbox', { name: 'Name of Workforce Type 1' }).fill('regular employee')
    await page.getByRole('button', { name: words.next }).click()
    await page.getByRole('combobox', { name: 'Member deletion rule' }).selectOption('reject')
    await page.getByRole('button', { name: words.next }).click()
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await card.getByRole('button', { name: APP, exact: true }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByText('Regular → regular employee').waitFor()
    await details.getByText('Refuse the request').waitFor()
    await card.getByRole('button', { name: `More of ${APP}` }).click()
    await page.getByRole('menuitem', { name: words.delete }).click()
    await card.getByText('cannot be recovered').waitFor()
    await card.getByRole('button', { name: words.delete, exact: true }).click()
    await page.getByText('Nothing is synced yet.').waitFor()
    expect(await statusWith(fresh)).toBe(401)
  })

  test('is in the admin log by event, and is not for administrators without the permission', async () => {
    const { page } = opened
    const rail = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await rail('Admin log')
    await page.getByText('6 entries').waitFor()
    await page.getByRole('combobox', { name: words.eventType }).selectOption('Delete sync source')
    await page.getByText('6 entries').waitFor()
    await page.getByRole('main').getByRole('button', { name: words.search }).click()
    await page.getByText('1 entry').waitFor()
    await page.getByLabel(words.startTime).fill('2026-02-01T00:00')
    await page.getByRole('main').getByRole('button', { name: words.search }).click()
    await page.getByText(/^Nobody has added/).waitFor()
    await rail('Administrators')
    await page.getByRole('button', { name: 'Add administrator' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Lena Log')
    await page.getByRole('textbox', { name: 'Email' }).fill('lena@contoso.example')
    await page.getByRole('checkbox', { name: 'Admin log' }).click()
    await page.getByRole('button', { name: words.save }).click()
    await page.getByRole('row', { name: /Lena Log/ }).waitFor()
    await page.getByRole('combobox', { name: 'Acting as' }).selectOption('Lena Log')
    await rail('Directory sync')
    await page.getByText('lena@contoso.example is no primary administrator').first().waitFor()
    await page.getByRole('combobox', { name: 'Acting as' }).selectOption('Primary administrator')
    await page.getByText('Nothing is synced yet.').waitFor()
    await rail('Administrators')
    await page.getByRole('row', { name: /Lena Log/ }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByRole('button', { name: words.edit }).click()
    await page.getByRole('checkbox', { name: 'Directory Sync' }).click()
    await page.getByRole('button', { name: words.save }).click()
    await page.getByRole('row', { name: /Lena Log .* Directory Sync, Admin log/ }).waitFor()
    await details.getByRole('button', { name: words.removeAdministrator }).click()
    await expect.poll(() => page.getByRole('row', { name: /Lena Log/ }).count()).toBe(0)
    await page
      .getByRole('row', { name: /Primary administrator/ })
      .first()
      .click()
    await details.getByRole('button', { name: words.removeAdministrator }).click()
    await details.getByText('is the last primary administrator').waitFor()
  })

  test('leaves members to administrators too, and each field says who has written it', async () => {
    const { page } = opened
    const rail = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await rail('Members')
    await page.getByRole('button', { name: words.addMember }).click()
    await page.getByRole('textbox', { name: words.memberFields.name, exact: true }).fill('Ida')
    await page.getByRole('textbox', { name: words.memberFields.email }).fill('ida@contoso.example')
    await page.getByRole('textbox', { name: words.memberFields.employeeType }).fill('intern')
    await page.getByRole('button', { name: words.save }).click()
    await page.getByRole('row', { name: /^Ida Active/ }).click()
    await served.act('lark.edit-own-name', { member: 'ida@contoso.example', name: 'Ida the Great' })
    const details = page.getByRole('complementary', { name: 'Details' })
    const field = (name: string) => details.getByRole('row', { name, exact: true })
    await field(`Name Ida the Great ${words.fieldSources.Member}`).waitFor()
    await field(`Workforce type intern ${words.dataSources['Lark Admin Console']}`).waitFor()
    await details.getByRole('button', { name: words.edit }).click()
    await page.getByRole('textbox', { name: words.memberFields.jobTitle }).fill('Boss')
    await page.getByRole('button', { name: words.save }).click()
    await field(`Job title Boss ${words.dataSources['Lark Admin Console']}`).waitFor()
    await rail('Field management')
    await page.getByRole('row', { name: /^EmployeeType/ }).click()
    await page.getByRole('region', { name: words.workforceTypes }).getByText('intern: 1 member').waitFor()
    await rail('Members')
    await page.getByRole('row', { name: /^Ida the Great/ }).click()
    await details.getByRole('button', { name: words.delete }).click()
    await page.getByText('Members appear here once').waitFor()
  })

  test('meets an application that does something wrong, once that is switched on', async () => {
    const { page, noise, close } = opened
    await page.getByRole('navigation').getByRole('link', { name: 'Behaviour' }).click()
    await page.getByRole('searchbox').fill('integer-ids')
    await page.getByText('1 entry').waitFor()
    await page.getByRole('row').nth(1).click()
    await page.getByRole('switch', { name: 'Off' }).click()
    await page.getByRole('switch', { name: 'On' }).waitFor()
    const added = Object(await served.act('receiver.add-source', { kind: 'JumpCloud', activate: true }))
    const answer = await fetch(`${added.url}/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${added.token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({ ...SCIM_USER, emails: [{ type: 'work', value: SCIM_USER.userName }] }),
    })
    expect(Object(await answer.json()).id).toEqual(expect.any(Number))
    // What was refused on purpose, or read once more after it was deleted, is all that the browser had to say.
    expect(noise.filter((line) => !/status of 40[034]/.test(line))).toEqual([])
    await close()
  })
})

const SCIM_USER = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'ida@contoso.example',
  displayName: 'Ida',
}
