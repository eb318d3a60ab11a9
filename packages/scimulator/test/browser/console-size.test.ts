import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { demoCompany } from '../../src/cli/up/demo-company.ts'
import { chromiumPath, testChromium } from './chromium.ts'
import { consolePage } from './console-page.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const MANY = 10_000
const MOST_ROWS = 80

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (!isHere) return
  ;[browser, served] = await Promise.all([testChromium(), servedWorld(demoCompany(MANY), ['entra', 'jumpcloud'])])
  // Each about somebody else, so that there are as many groups as exchanges.
  const ask = async (_: unknown, lane: number): Promise<void> => {
    for (let n = lane; n < MANY; n += 10) {
      const url = `${served.receiverUrl}/scim/v2/Users?filter=userName%20eq%20%22nobody${n}%22`
      await served.send({ method: 'GET', url, headers: [] })
    }
  }
  await Promise.all(Array.from({ length: 10 }, ask))
  await served.act('entra.create-group', { name: 'Everybody', membershipRule: 'user.userPrincipalName -ne null' })
  const add = served.world.now().program('receiver')?.control.verbs.get('add-member')
  for (let n = 0; n < MANY; n += 1)
    await add?.run({ name: `Member ${n}`, email: `m${n}@contoso.example`, department: `Department ${n}` })
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

/** Scrolls a list from end to end in a second and measures each frame. */
const SCROLL = `(async () => {
  const list = [...document.querySelectorAll('[role$="grid"], [role$="grid"] *')]
    .find((one) => one.scrollHeight > one.clientHeight + 1000)
  list.scrollTop = 0
  const took = []
  let rows = 0
  let last = await new Promise(requestAnimationFrame)
  for (let n = 0; n < 60; n += 1) {
    list.scrollTop += (list.scrollHeight - list.clientHeight) / 60
    const now = await new Promise(requestAnimationFrame)
    took.push(now - last)
    last = now
    rows = Math.max(rows, document.querySelectorAll('[role="row"]').length)
  }
  took.sort((a, b) => a - b)
  return { rows, half: took[30], most: took[57], top: list.scrollTop }
})()`

const LISTS = [
  ['/entra/users', '10,000 entries', 'grid', 'All users'],
  ['/entra/groups/Everybody/members', '10,000 entries', 'grid', 'Members'],
] as const

const LONG = [
  ['/lark/members?sort=name', /^10,000 entries$/],
  ['/lark/departments', /^10,000 entries$/],
  ['/jumpcloud/users?rows=100&page=100', /^9901–10000 of 10000$/],
  ['/jumpcloud/insights?eventType=user_create', /^10,000 entries$/],
] as const

describe.runIf(isHere)('ten thousand', () => {
  test.each([
    ['/wire', `${MANY} exchanges`, 'treegrid', 'Exchanges'],
    ...sampleOf('long lists of Entra ID', LISTS.length, 1).flatMap((at) => (LISTS[at] ? [LISTS[at]] : [])),
  ] as const)('%s draws only the rows in sight', async (path, counted, role, name) => {
    const { page, noise, close } = await consolePage(browser, `${served.url}${path}`)
    await page.getByText(counted).waitFor()
    await page.getByRole(role, { name }).getByRole('row').last().waitFor()
    const { rows, half, most, top } = Object(await page.evaluate(SCROLL))
    console.log(
      `${path}: ${rows} rows of ${MANY}, frames of ${half.toFixed(0)} ms, 95 in 100 under ${most.toFixed(0)} ms`,
    )
    expect(top).toBeGreaterThan(100_000)
    expect(rows).toBeLessThanOrEqual(MOST_ROWS)
    expect(noise).toEqual([])
    await close()
  })

  test('the members beside the wire are read and drawn where they are in sight', async () => {
    const { page, noise, close } = await consolePage(browser, `${served.url}/wire`)
    const application = page.getByRole('region', { name: 'The application' })
    await application.getByText(`${MANY} active members`).waitFor()
    await application.getByRole('tab', { name: 'Directory' }).click()
    const members = application.getByRole('region', { name: 'Members' })
    await members.getByText('Member 0', { exact: true }).waitFor()
    await members.evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await members.getByText('Member 9999', { exact: true }).waitFor()
    expect(await members.getByText(/^Member /).count()).toBeLessThanOrEqual(MOST_ROWS / 2)
    expect(noise).toEqual([])
    await close()
  })

  test.each(
    sampleOf('long lists of the receiver and of JumpCloud', LONG.length, 1).flatMap((at) =>
      LONG[at] ? [LONG[at]] : [],
    ),
  )('%s is opened by its link, and only the rows in sight are drawn', async (path, counted) => {
    const { page, noise, close } = await consolePage(browser, `${served.url}${path}`)
    await page.getByText(counted).waitFor()
    await page.getByRole('grid').getByRole('row').nth(5).waitFor()
    const rows = page.getByRole('grid').getByRole('row')
    expect(await rows.count()).toBeLessThanOrEqual(MOST_ROWS)
    await rows.nth(1).focus()
    await page.keyboard.press('End')
    await expect.poll(async () => (await rows.last().innerText()).length).toBeGreaterThan(10)
    expect(await rows.count()).toBeLessThanOrEqual(MOST_ROWS)
    expect(noise).toEqual([])
    await close()
  })

  test('the last row of a long list is what the view says it is', async () => {
    const { page, close } = await consolePage(browser, `${served.url}/entra/users?sort=userPrincipalName`)
    await page.getByRole('row').nth(1).focus()
    await page.keyboard.press('End')
    const answer = await fetch(`${served.url}/_scimulator/entra/views/users?sort=-userPrincipalName&limit=1`)
    const [item] = Object(await answer.json()).items
    await page.getByRole('row', { name: item.value.userPrincipalName }).waitFor()
    await close()
  })
})
