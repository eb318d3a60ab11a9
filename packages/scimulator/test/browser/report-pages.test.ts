import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { chromiumPath, NO_CHROMIUM, testChromium } from './chromium.ts'
import { axeRun, LOOKS, RULES } from './console-page.ts'
import { type SamplePages, samplePages } from './sample-pages.ts'
import { closeWindow, DESKTOP, type Look, openWindow, PHONE } from './windows.ts'

/** The gate wants them run; a newcomer without a browser is told why they are not. */
const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
if (!isHere) console.log(`Pages are not looked at. ${NO_CHROMIUM}`)

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const NAMES = ['test', 'run', 'outcomes', 'short', 'works', 'hostile', 'suites', 'gallery'] as const

const folder = mkdtempSync(join(tmpdir(), 'scimulator-pages-'))
let browser: Browser
let pages: SamplePages

beforeAll(async () => {
  if (!isHere) return
  browser = await testChromium()
  pages = await samplePages()
  for (const name of NAMES) writeFileSync(join(folder, `${name}.html`), pages[name])
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

interface Opened {
  readonly page: Page
  /** Whatever the page asked for or complained about. */
  readonly noise: readonly string[]
  close(): Promise<void>
}

async function opened(name: (typeof NAMES)[number], look: Look = {}): Promise<Opened> {
  const page = await openWindow(browser, look)
  return { page, noise: await listened(page, name), close: () => closeWindow(page) }
}

/** What is there for those who let no page run scripts. */
async function openedWithoutScripts(name: (typeof NAMES)[number]): Promise<Opened> {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', javaScriptEnabled: false })
  const page = await context.newPage()
  return { page, noise: await listened(page, name), close: () => context.close() }
}

/** Goes there. @returns what comes to be heard of it */
async function listened(page: Page, name: (typeof NAMES)[number]): Promise<readonly string[]> {
  const noise: string[] = []
  const url = pathToFileURL(join(folder, `${name}.html`)).href
  page.on('console', (message) => noise.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url && !request.url().startsWith('data:'))
      noise.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  return noise
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

async function violations(page: Page, rules: readonly string[] = RULES): Promise<readonly string[]> {
  await page.evaluate(AXE)
  // axe has put itself into the page.
  const found = (await page.evaluate(axeRun('document', rules))) as Violation[]
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

// All of them take longer than the gate has: for each commit one half, and both with SCIMULATOR_SAMPLE=all.
const HALVES = sampleOf('halves of what a report page does', 2, 1)
const oneHalf = test.runIf(HALVES.includes(0))
const otherHalf = test.runIf(HALVES.includes(1))

describe.runIf(isHere)('report pages', () => {
  const both = (name: (typeof NAMES)[number]) => [[name, 'light', DESKTOP] as const, [name, 'dark', PHONE] as const]
  // Names and roles were looked at in the two above.
  const looks = (['short', 'run', 'gallery'] as const).flatMap((name) => [
    [name, 'dark', DESKTOP, LOOKS] as const,
    [name, 'light', PHONE, LOOKS] as const,
  ])
  const VIEWS = [
    ...[...both('short'), ...both('run'), ...both('gallery')],
    ...looks,
    ...[
      ['works', 'light', PHONE] as const,
      ['hostile', 'light', DESKTOP] as const,
      ['hostile', 'dark', PHONE, LOOKS] as const,
    ],
  ]

  // Each takes seconds; other ones for each commit, all of them with SCIMULATOR_SAMPLE=all.
  const chosen = sampleOf('looks at reports', VIEWS.length, 2).flatMap((index) => (VIEWS[index] ? [VIEWS[index]] : []))

  test.each(chosen)(
    '%s, %s, %o: no violation, no sideways scroll, no message, no request',
    async (name, colorScheme, viewport, rules?: readonly string[]) => {
      const { page, noise, close } = await opened(name, { colorScheme, viewport })
      expect(await violations(page, rules)).toEqual([])
      await page.evaluate('for (const one of [...document.querySelectorAll("details")].slice(0, 15)) one.open = true')
      expect(await violations(page, rules)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width)
      expect(await page.locator('h1').count()).toBe(1)
      expect(noise).toEqual([])
      await close()
    },
  )

  oneHalf('with scripts off everything is there and opens, and nothing offers what it cannot do', async () => {
    const { page, noise, close } = await openedWithoutScripts('test')
    expect(await page.locator('h1').innerText()).toBe('It breaks: 3 causes to mend')
    expect(await page.locator('#filter').isVisible()).toBe(false)
    const act = page.locator('#life-entra-2')
    expect(await act.locator('table').first().isVisible()).toBe(false)
    await page.locator('#life-entra > summary').click()
    await act.locator('> summary').click()
    expect(await act.locator('table').first().isVisible()).toBe(true)
    expect(noise).toEqual([])
    await close()
  })

  otherHalf('on paper everything is open, and nothing that only a screen needs', async () => {
    const { page, close } = await opened('test')
    const act = page.locator('#life-entra-2 .inside').first()
    expect(await act.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await act.isVisible()).toBe(true)
    expect(await page.locator('#filter').isVisible()).toBe(false)
    expect(await page.locator('nav').isVisible()).toBe(false)
    await page.evaluate('dispatchEvent(new Event("afterprint"))')
    await page.emulateMedia({ media: 'screen' })
    expect(await act.isVisible()).toBe(false)
    const pdf = await (await opened('run')).page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await close()
  })

  oneHalf('filters choose by text, by outcome and by whom it hurts, and say how many are left', async () => {
    const { page, close } = await opened('test')
    const shown = async () => page.locator('article.finding:visible').count()
    const told = page.locator('#filter-told')
    expect([await shown(), await told.innerText()]).toEqual([3, ''])
    await page.getByRole('searchbox').fill('startIndex')
    expect(await shown()).toBe(1)
    expect(await told.innerText()).toMatch(/^\d+ of \d+ shown$/)
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect.poll(shown).toBe(3)
    await page.getByLabel('Hurts').selectOption('jumpcloud')
    expect(await shown()).toBe(1)
    expect(await page.locator('#life-entra').isVisible()).toBe(false)
    await page.getByLabel('Hurts').selectOption('')
    await page.getByLabel('people keep or lose access').check()
    expect(await shown()).toBe(1)
    await close()
  })

  otherHalf('runs are chosen whole: by outcome, by the name of the scenario, and by whom they hurt', async () => {
    const { page, close } = await opened('run')
    const runs = page.locator('details.life:visible')
    const told = page.locator('#filter-told')
    const reset = async () => {
      await page.getByRole('button', { name: 'Reset' }).click()
      await expect.poll(() => runs.count()).toBe(4)
    }
    for (const outcome of ['failed', 'unproven', 'rejected', 'passed']) {
      await page.getByLabel(outcome, { exact: true }).check()
      expect([outcome, await runs.count(), await told.innerText()]).toEqual([outcome, 1, '1 of 4 shown'])
      await reset()
    }
    await page.getByRole('searchbox').fill('a leaver loses access')
    expect(await runs.count()).toBe(1)
    expect(await runs.locator('li:visible').count()).toBeGreaterThan(3)
    await reset()
    await page.getByLabel('Hurts').selectOption('entraLegacy')
    expect(await page.locator('summary', { hasText: 'A leaver loses access' }).isVisible()).toBe(true)
    await page.getByLabel('Hurts').selectOption('entra')
    expect(await page.locator('summary', { hasText: 'A leaver loses access' }).isVisible()).toBe(false)
    expect(await page.locator('.why').isVisible()).toBe(false)
    await close()
  })

  oneHalf('runs of one outcome are chosen, and nothing else is shown, for each of seven', async () => {
    const { page, noise, close } = await opened('outcomes')
    const runs = page.locator('details.life:visible')
    for (const outcome of ['protected', 'error', 'failed', 'unproven', 'rejected', 'skipped', 'passed']) {
      expect(await runs.count()).toBe(7)
      await page.getByLabel(outcome, { exact: true }).check()
      expect([await runs.count(), await runs.getAttribute('data-outcome')]).toEqual([1, outcome])
      expect(await page.locator('#filter-told').innerText()).toBe('1 of 7 shown')
      const [isShut, section] = [['passed', 'skipped'].includes(outcome), page.locator('#passed')]
      expect([await section.isVisible(), await page.locator('#not-passed').isVisible()]).toEqual([isShut, !isShut])
      await page.getByLabel(outcome, { exact: true }).uncheck()
    }
    expect([await runs.count(), noise]).toEqual([7, []])
    await close()
  })

  otherHalf(
    'a suite on paper: every row is open, with its request and answer, and nothing that only a screen needs',
    async () => {
      const { page, close } = await opened('suites')
      const pair = page.locator('[id="okta-create/status-201"] .pair')
      expect(await pair.isVisible()).toBe(false)
      await page.emulateMedia({ media: 'print' })
      await page.evaluate('dispatchEvent(new Event("beforeprint"))')
      expect(await pair.isVisible()).toBe(true)
      expect(await page.locator('#filter').isVisible()).toBe(false)
      expect(await page.locator('nav').isVisible()).toBe(false)
      const width = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(width)).toBeLessThanOrEqual(0)
      await page.evaluate('dispatchEvent(new Event("afterprint"))')
      await page.emulateMedia({ media: 'screen' })
      expect(await pair.isVisible()).toBe(false)
      const pdf = await (await opened('gallery')).page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      await close()
    },
  )

  oneHalf('a suite is filtered by outcome and by text, row by row, and a section without rows goes', async () => {
    const { page, close } = await opened('suites')
    const rows = page.locator('li[data-item]:visible')
    const told = page.locator('#filter-told')
    await page.getByLabel('fail', { exact: true }).check()
    expect(await rows.count()).toBe(4)
    expect(await told.innerText()).toMatch(/^4 of \d+ shown$/)
    expect(await page.locator('#okta').isVisible()).toBe(false)
    await page.getByRole('searchbox').fill('Disable_User_Test')
    expect(await rows.count()).toBe(1)
    expect(await rows.innerText()).toContain('After the cycle active is true.')
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect.poll(() => page.locator('#okta').isVisible()).toBe(true)
    await page.getByLabel('not decided').check()
    expect(await page.locator('#okta').isVisible()).toBe(false)
    expect(await page.locator('#rfc').isVisible()).toBe(true)
    await close()
  })

  otherHalf('a row of a suite opens with scripts off, with the request and its answer side by side', async () => {
    const { page, noise, close } = await openedWithoutScripts('suites')
    const pair = page.locator('[id="okta-create/status-201"] .pair')
    expect(await pair.isVisible()).toBe(false)
    await page.locator('#okta details', { has: pair }).first().locator('> summary').click()
    await page.locator('[id="okta-create/status-201"] > summary').click()
    const [request, answer] = await Promise.all([0, 1].map((at) => pair.locator('> div').nth(at).boundingBox()))
    expect(request?.y).toBe(answer?.y)
    expect(request?.x).toBeLessThan(answer?.x ?? 0)
    expect(noise).toEqual([])
    await close()
  })

  oneHalf('a page can be used with the keyboard alone', async () => {
    const { page, close } = await opened('test')
    await page.keyboard.press('/')
    await page.keyboard.type('group')
    expect(await page.getByRole('searchbox').inputValue()).toBe('group')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.evaluate('document.activeElement.id')).toBe('member-remove-empties-group')
    await page.keyboard.press('k')
    expect(await page.evaluate('document.activeElement.id')).toBe('string-false-is-true')
    await close()
  })

  otherHalf('a link into the page opens what it leads to', async () => {
    const { page, close } = await opened('test')
    await page.evaluate('location.hash = "#life-jumpcloud-3"')
    await expect.poll(() => page.locator('#life-jumpcloud-3 .inside').first().isVisible()).toBe(true)
    await close()
  })
})
