// The four states of a page: it waits, tells an error, tells a refusal, and has nobody to show.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { LOOKS, violations } from './console-page.ts'
import { OF_LISTS } from './list-lengths.ts'

const OF_PROGRAMS = /\/_scimulator\/(receiver|lark|entra|jumpcloud)\/views\//
const UNAVAILABLE = { error: 'The data folder can no longer be written', code: 'unavailable', issues: [] }
const FORBIDDEN = { error: 'Lena Log is no administrator of this', code: 'forbidden', issues: [] }
const NOTHING = { items: [], total: 0, offset: 0, dropped: 0 }

/** Whether it has come, in the time that a page may take. */
async function comes(one: Locator): Promise<boolean> {
  await one
    .first()
    .waitFor({ timeout: 3_000 })
    .catch(() => undefined)
  return (await one.count()) > 0
}

/** A page may say several times that it could not read. */
async function tryAgain(page: Page, until: () => Promise<boolean>): Promise<boolean> {
  for (let n = 0; n < 6 && !(await until()); n += 1) {
    await page
      .getByRole('button', { name: 'Try again' })
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined)
    await page.waitForTimeout(100)
  }
  return until()
}

export const ALL_FOUR = { waits: true, tells: true, wrong: [], refuses: true, goesOn: true, isEmpty: true }

/** Opens a page that is answered nothing, then an error, then a refusal, and at last, as a list, nobody. */
export async function fourStates(page: Page, url: string) {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let refusal: readonly [status: number, json: object] = [503, UNAVAILABLE]
  await page.route(OF_PROGRAMS, async (route) => {
    await held
    await route.fulfill({ status: refusal[0], json: refusal[1] })
  })
  await page.goto(url)
  await page.locator('h1').waitFor()
  const waits = await comes(page.getByText(/^Reading /))
  release()
  const unavailable = page.getByText(UNAVAILABLE.error)
  const forbidden = page.getByText(FORBIDDEN.error)
  const tells = await comes(unavailable)
  const wrong = await violations(page, LOOKS)
  refusal = [403, FORBIDDEN]
  const refuses = await tryAgain(page, async () => (await unavailable.count()) === 0 && (await forbidden.count()) > 0)
  await page.unroute(OF_PROGRAMS)
  await page.route(OF_LISTS, (route) => route.fulfill({ json: NOTHING }))
  const goesOn = await tryAgain(page, async () => (await forbidden.count()) === 0)
  await expect.poll(() => page.getByText(/^Reading /).count()).toBe(0)
  await page.unroute(OF_LISTS)
  const says = await page.locator('main').innerText()
  const isEmpty = /.{60}/s.test(says) && (await page.getByRole('gridcell').count()) === 0
  return { waits, tells, wrong, refuses, goesOn, isEmpty }
}
