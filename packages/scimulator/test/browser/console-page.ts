// A page of the consoles in a browser, with everything that it must not do.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import type { SentRequest } from './walk.ts'
import { closeWindow, type Look, openWindow } from './windows.ts'

export { DESKTOP, PHONE } from './windows.ts'

export interface ConsolePage {
  readonly page: Page
  /** What it complained about, and what it asked of anybody but the server that it came from. */
  readonly noise: readonly string[]
  /** How often somebody has pressed or chosen something, with the pointer or by keys. */
  presses(): Promise<number>
  /** What the page has asked of the server. */
  sent(): Promise<readonly SentRequest[]>
  close(): Promise<void>
}

/** Opens a page and waits until it is up. */
export async function consolePage(browser: Browser, url: string, look: Look = {}): Promise<ConsolePage> {
  const page = await openWindow(browser, look)
  const noise: string[] = []
  page.on('console', (message) => noise.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:'))
      noise.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  await page.locator('h1').waitFor()
  return {
    page,
    noise,
    presses: async () => Number(await page.evaluate('globalThis.presses')),
    sent: async () => (await page.evaluate('globalThis.sent')) as SentRequest[],
    close: () => closeWindow(page),
  }
}

/** What stands out of the window where nothing scrolls to it, and fields that cover one another. */
export async function misplaced(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(MISPLACED)) as string[]
}

const MISPLACED = `(() => {
  const seen = (one) => one.checkVisibility() && one.getBoundingClientRect().width > 1
  const told = (one) => one.outerHTML.slice(0, 160)
  // Details are beside the page, or over it.
  const within = ['main', '[role=dialog]'].flatMap((place) => ['h1', 'h2', 'p', 'span', 'button', 'a', 'div']
    .map((kind) => place + ' ' + kind)).join()
  const texts = [...document.querySelectorAll(within)]
  const out = texts.filter((one) => {
    if (one.getBoundingClientRect().right <= innerWidth + 1 || !seen(one)) return false
    const whole = one.closest('[role=dialog]') ?? one.closest('main')
    let above = one.parentElement
    while (above !== whole && getComputedStyle(above).overflowX === 'visible') above = above.parentElement
    return above === whole
  })
  const fields = [...document.querySelectorAll('main select, main input, main button, main textarea')]
    .filter((one) => seen(one) && one.closest('[role=grid], label') === null)
  const covers = (one, other) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    return width > 4 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
  }
  const covered = fields.flatMap((one, at) => {
    const under = fields.slice(at + 1).filter((other) => covers(one, other))
    return under.map((other) => told(one) + ' covers ' + told(other))
  })
  return [...out.slice(0, 2).map((one) => 'out of the window: ' + told(one)), ...covered]
})()`

/** How much has moved since the page was asked for, as browsers sum it up (Layout Instability, W3C): above 0.1 people notice. */
export async function layoutShift(page: Page): Promise<number> {
  return Number(await page.evaluate(SHIFTED))
}

/** What the last frame has moved is told with the next. */
const SHIFTED = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(globalThis.shifted))))`

/** "Good" by web.dev/articles/cls. */
export const MOST_SHIFT = 0.1

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fluent UI puts empty, focusable elements at the edges of menus and drawers, which hand the focus on at once; axe takes them for
 * content that is hidden from some.
 */
const SENTINELS = '[data-tabster-dummy]'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** Rules whose outcome another theme or another width can change. */
export const LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']

/** @param rules by tag, or by name; all of the WCAG's without it */
export async function violations(page: Page, rules: readonly string[] = RULES): Promise<readonly string[]> {
  const found = await violationsNow(page, rules)
  if (found.length === 0) return found
  // A button that becomes usable while it is looked at has the colour of before for a moment.
  await page.waitForTimeout(SETTLES_IN_MS)
  return violationsNow(page, rules)
}

const SETTLES_IN_MS = 300

/** What is in order is not described: that takes longer than to look, and nobody reads it. */
export function axeRun(context: string, rules: readonly string[]): string {
  const options = { runOnly: rules, resultTypes: ['violations'], preload: false }
  return `axe.run(${context}, ${JSON.stringify(options)}).then(({ violations }) => violations.map(${FIRST_OF_EACH}))`
}

const FIRST_OF_EACH = `({ id, nodes: [{ html, failureSummary }] }) => ({ id, nodes: [{ html, failureSummary }] })`

/** What turns without an end, such as a spinner, is waited for by nobody. */
const ANIMATED = `Promise.allSettled(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished))`

async function violationsNow(page: Page, rules: readonly string[]): Promise<readonly string[]> {
  // A colour that is on its way is none that anybody reads, and a button may become usable at any moment.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(ANIMATED)
  if (await page.evaluate('globalThis.axe === undefined')) await page.evaluate(AXE)
  // axe has put itself into the page.
  const found = (await page.evaluate(axeRun(`{ exclude: ${JSON.stringify([SENTINELS])} }`, rules))) as Violation[]
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
