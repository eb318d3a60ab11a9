// The four states of a page: it waits, tells an error, tells a refusal, and has nobody to show.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { LOOKS, violations } from './console-page.ts'
import { OF_LISTS } from './list-lengths.ts'

/** What a page reads of itself, and what of that are lists, which can be empty. */
interface Read {
  readonly views: RegExp
  readonly lists: RegExp
}

const OF_PROGRAMS: Read = {
  views: /\/_scimulator\/(receiver|lark|entra|jumpcloud|okta)\/views\//,
  lists: OF_LISTS,
}

/** Pages that read the world itself. */
export const OF_WORLD: readonly (readonly [path: string, read: Read])[] = [
  ['/', { views: /\/world\/views\/world/, lists: /\/world\/views\/stories/ }],
  ['/wire', { views: /\/world\/views\/(traffic|happenings)/, lists: /\/world\/views\/(traffic|happenings)/ }],
  ...['stories', 'catalogue', 'object'].map((view, at) => {
    const ofView = new RegExp(`/world/views/${view}`)
    return [['/stories', '/catalogue', '/people/p0002'][at] ?? '', { views: ofView, lists: ofView }] as const
  }),
]

const UNAVAILABLE = { error: 'The data folder can no longer be written', code: 'unavailable', issues: [] }
const FORBIDDEN = { error: 'Lena Log is no administrator of this', code: 'forbidden', issues: [] }
const NOTHING = { items: [], total: 0, offset: 0, dropped: 0 }

/** Whether it has come, in the time that a page may take. It may go again: what is read anew is waited for. */
function comes(one: Locator): Promise<boolean> {
  return one
    .first()
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    )
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
export async function fourStates(page: Page, url: string, { views, lists } = OF_PROGRAMS) {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let refusal: readonly [status: number, json: object] = [503, UNAVAILABLE]
  await page.route(views, async (route) => {
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
  await page.unroute(views)
  await page.route(lists, (route) => route.fulfill({ json: NOTHING }))
  const goesOn = await tryAgain(page, async () => (await forbidden.count()) === 0)
  await expect.poll(() => page.getByText(/^Reading /).allInnerTexts()).toEqual([])
  await page.unroute(lists)
  const says = await page.locator('main').innerText()
  const isEmpty = /.{60}/s.test(says) && (await page.getByRole('gridcell').count()) === 0
  return { waits, tells, wrong, refuses, goesOn, isEmpty }
}

const OF_THE_BAR = /\/world\/views\/(clock|snapshots|faults)/

/** The bar waits for what is read, tells an error, and goes on; whatever it does, the page below stands. */
export async function statesOfTheBar(page: Page, url: string, isThere: Locator) {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(OF_THE_BAR, async (route) => {
    await held
    await route.fulfill({ status: 403, json: FORBIDDEN })
  })
  await page.goto(url)
  const waits = (await comes(page.getByText('Reading the clock'))) && (await comes(isThere))
  release()
  const again = page.getByRole('button', { name: 'No clock: try again' })
  const refuses = (await comes(again)) && (await again.getAttribute('title')) === FORBIDDEN.error
  const wrong = await violations(page, LOOKS)
  await page.unroute(OF_THE_BAR)
  await again.click()
  const goesOn = await comes(page.getByRole('button', { name: /^Clock: / }))
  return { waits, refuses, wrong, goesOn, stands: (await isThere.count()) > 0 }
}
