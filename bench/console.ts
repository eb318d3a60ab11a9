// How long the consoles take: first paint on loopback, and starting over, each the median of three, and how much of a page moves until it
// stands: `npm run bench -- console`. It needs a browser, and the pages built.
import type { Browser } from 'playwright-core'
import { launchChromium } from '../packages/scimulator/test/browser/chromium.ts'
import { consolePage, layoutShift, MOST_SHIFT } from '../packages/scimulator/test/browser/console-page.ts'
import { servedWorld } from '../packages/scimulator/test/browser/served-world.ts'

const TIMES = 3
/** Since the page was asked for; its heading is there when the page is. */
const NOW = 'performance.now()'
const PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.name === 'first-contentful-paint') resolve(one.startTime)
  }).observe({ type: 'paint', buffered: true })
})`

function median(took: readonly number[]): number {
  return [...took].sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
}

async function inOrder<Result>(measure: () => Promise<Result>): Promise<readonly Result[]> {
  const found: Result[] = []
  for (let n = 0; n < TIMES; n += 1) found.push(await measure())
  return found
}

function told(what: string, took: readonly number[], limit: number): string {
  return `${what}: ${median(took).toFixed(0)} ms (limit ${limit}; ${took.map((one) => one.toFixed(0)).join(', ')})`
}

/** The rail has every page that is not made for one thing alone. */
async function pagesOf(browser: Browser, url: string): Promise<readonly string[]> {
  const { page, close } = await consolePage(browser, url)
  const links = page.locator('nav[aria-label="Pages"] a')
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  await close()
  return paths
}

export async function* figures(): AsyncGenerator<string> {
  const [browser, served] = await Promise.all([launchChromium(), servedWorld()])
  try {
    await served.act('world.set-up', { provider: 'entra' })
    for (const path of await pagesOf(browser, served.url)) {
      const took = await inOrder(async () => {
        const { page, close } = await consolePage(browser, `${served.url}${path}`)
        const headed = Number(await page.evaluate(NOW))
        const painted = Number(await page.evaluate(PAINT))
        await page.getByText(/^Reading /).waitFor({ state: 'detached' })
        const shifted = await layoutShift(page)
        await close()
        return [painted, headed, shifted] as const
      })
      const painted = took.map(([paint]) => paint)
      yield told(`first paint of ${path}`, painted, 1_000)
      yield `layout shift of ${path}: ${Math.max(...took.map(([, , shifted]) => shifted)).toFixed(3)} (limit ${MOST_SHIFT})`
      yield `heading of ${path}: ${median(took.map(([, headed]) => headed)).toFixed(0)} ms`
    }
    const { page, close } = await consolePage(browser, served.url)
    const took = await inOrder(async () => {
      await served.act('world.start-over')
      await served.act('world.set-up', { provider: 'entra' })
      await page.getByText('Started over').waitFor({ state: 'detached' })
      const begun = performance.now()
      await page.getByRole('button', { name: 'Start over' }).click()
      await page.getByText('Started over').waitFor()
      return performance.now() - begun
    })
    yield told('start over, from the press to the word', took, 2_000)
    await close()
  } finally {
    await browser.close()
    await served.close()
  }
}
