// The receiver's console: what is done with a sync source after it was added, who may do it, and what is told of it.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { access, words } from '../../../console/src/receiver/words.ts'
import { chromiumPath, testChromium } from './chromium.ts'
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
  ;[browser, served] = await Promise.all([testChromium(), servedWorld()])
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
    await card.getByText('Activated', { exact: true }).waitFor()
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
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.export }).click(),
    ])
    expect(file.suggestedFilename()).toBe('admin-log.csv')
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect([lines.length, lines[0]]).toEqual([7, expect.stringContaining('eventType,administrator')])
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

  test('brings people whose every case is told: known, unknown, deleted, refused, and a token that expires', async () => {
    const { page } = opened
    const rail = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()
    const copied = async () => String(await page.evaluate('navigator.clipboard.readText()'))
    const entry = (text: RegExp) => page.getByRole('row', { name: text }).first()
    const details = page.getByRole('complementary', { name: 'Details' })
    const card = page.getByRole('group', { name: APP })

    // Added and saved only (A01, A05, A07, A10, A14): two connections are refused.
    await rail('Directory sync')
    await page.getByRole('link', { name: words.addSource }).first().click()
    await press(words.kinds['Entra ID'])
    await press(access.copyToken)
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const token = await copied()
    await press(access.copyUrl)
    await expect.poll(copied).toMatch(/^http:/)
    const url = await copied()
    await press(words.next)
    await page.getByRole('textbox', { name: 'Field value of Employee Type in Entra ID 1' }).fill('Regular')
    await page.getByRole('textbox', { name: 'Name of Workforce Type 1' }).fill('regular employee')
    for (let rules = 1; rules < 15; rules += 1) await press('Add')
    expect(await page.getByRole('button', { name: 'Add', exact: true }).getAttribute('aria-disabled')).toBe('true')
    await press(words.next)
    await page.getByRole('switch', { name: 'Member notification' }).click()
    await page.getByRole('checkbox', { name: 'Email', exact: true }).uncheck()
    await press(words.next)
    await page.getByText('On', { exact: true }).waitFor()
    await press(words.save)
    await card.getByText('Deactivated').waitFor()
    const send = async (method: string, path: string, body?: object): Promise<{ status: number; id: string }> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' }
      const answer = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
      const text = await answer.text()
      return { status: answer.status, id: text === '' ? '' : String(Object(JSON.parse(text)).id) }
    }
    const create = (name: string, more: object = {}) => send('POST', '/Users', { ...scimUser(name), ...more })
    expect((await send('GET', '/Users')).status).toBe(403)
    await card.getByRole('button', { name: words.activate, exact: true }).click()
    await card.getByText('Activated', { exact: true }).waitFor()

    // Somebody who was there: refused without the attribute that tells who it is, and taken over with it (A10, A11).
    await served.act('lark.add-member', { name: 'Ida', email: 'ida@contoso.example' })
    expect((await create('ida')).status).toBe(409)
    await card.getByRole('link', { name: words.edit }).click()
    await press(words.next)
    await press(words.next)
    await page.getByRole('checkbox', { name: 'Email', exact: true }).check()
    await press(words.next)
    await press(words.save)
    await card.getByText('Activated', { exact: true }).waitFor()
    expect((await create('ida')).status).toBe(201)
    // Once more, and she is active and managed already (A12).
    expect((await create('ida')).status).toBe(409)
    const bo = await create('bo', { userType: 'Odd' })
    expect([bo.status, (await send('DELETE', `/Users/${bo.id}`)).status]).toEqual([201, 204])
    await rail('Members')
    await entry(/^Ida Active ida@contoso.example .*SCIM data source/i).waitFor()
    await entry(/^bo Inactive/i).waitFor()
    expect((await create('bo')).status).toBe(201)
    await entry(/^bo Active/i).click()
    await details.getByRole('button', { name: words.delete }).click()
    await rail('Deleted members')
    await entry(/^bo bo@contoso.example/i).waitFor()
    expect(await create('bo')).toEqual({ status: 201, id: bo.id })
    await expect.poll(() => entry(/^bo bo@contoso.example/i).count()).toBe(0)
    expect((await create('cy', { displayName: null })).status).toBe(400)

    // What the sync log says of all of it (C01, A06, A13).
    await rail('Sync log')
    for (const action of ['associated', 'deactivated', 'returned', 'refused'])
      await entry(new RegExp(`member .* ${action} `)).waitFor()
    await entry(/member bo@contoso.example restored/).click()
    await details
      .getByText(/was matched|deleted/i)
      .first()
      .waitFor()
    await entry(/member bo@contoso.example created/).click()
    await details.getByText('No workforce-type rule for the employee type "Odd"').waitFor()
    await page.getByLabel(words.startTime).fill('2026-02-01T00:00')
    await page.getByText('Nothing was synced in this time.').waitFor()
    expect(page.url()).toContain('start=2026-02-01T00')

    // Who was told (A07, A09), and how old the token is (A04, C05).
    await served.act('lark.expire-token', { source: APP })
    expect((await send('GET', '/Users')).status).toBe(401)
    await rail('Messages')
    for (const kind of ['new member', 'sync failure', 'token expired']) await entry(new RegExp(kind)).waitFor()
    await rail('Directory sync')
    await card.getByText(/^Last sync .* · 2 members · \d failures?$/).waitFor()
    await card.getByRole('button', { name: APP, exact: true }).click()
    await details.getByText('expired', { exact: true }).waitFor()
    expect(await page.getByText(token).count()).toBe(0)
  })

  test('meets an application that does something wrong, once that is switched on', async () => {
    const { page, noise, close } = opened
    await page.getByRole('navigation').getByRole('link', { name: 'Behaviour' }).click()
    await page.getByText('deletedMembers: restore (decided, Lark A13)').waitFor()
    await page.getByRole('searchbox').fill('integer-ids')
    await page.getByText('1 entry').waitFor()
    await page.getByRole('row').nth(1).click()
    await page.getByRole('switch', { name: 'Off' }).click()
    await page.getByRole('switch', { name: 'On' }).waitFor()
    const added = Object(await served.act('receiver.add-source', { kind: 'JumpCloud', activate: true }))
    const answer = await fetch(`${added.url}/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${added.token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify(scimUser('ina')),
    })
    expect(Object(await answer.json()).id).toEqual(expect.any(Number))
    // What was refused on purpose, or read once more after it was deleted, is all that the browser had to say.
    expect(noise.filter((line) => !/status of 40[034]/.test(line))).toEqual([])
    await close()
  })
})

function scimUser(name: string): object {
  const userName = `${name}@contoso.example`
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName,
    displayName: name,
    emails: [{ type: 'work', value: userName }],
  }
}
