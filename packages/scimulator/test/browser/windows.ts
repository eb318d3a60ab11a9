// Windows of a browser that are used again: a new one has processes and caches to fill, which takes three times as long as a page.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** What another test may want otherwise of the same window. */
export type Look = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'reducedMotion' | 'permissions' | 'offline'>

export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

const unused = new Set<Page>()

/** A window that has shown nothing, or nothing that can still be seen: without storage, listeners, routes and permissions of before. */
export async function openWindow(browser: Browser, look: Look = {}): Promise<Page> {
  const [kept] = unused
  if (kept) unused.delete(kept)
  const page = kept ?? (await newWindow(browser))
  await page.setViewportSize(look.viewport ?? DESKTOP)
  await page.emulateMedia({
    media: null,
    colorScheme: look.colorScheme ?? 'light',
    reducedMotion: look.reducedMotion ?? 'reduce',
  })
  await page.context().setOffline(look.offline ?? false)
  await page.context().grantPermissions(look.permissions ?? [])
  return page
}

async function newWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(COUNTS)
  return page
}

/** Whoever is asked for a window next may get this one. */
export async function closeWindow(page: Page): Promise<void> {
  page.removeAllListeners()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.mouse.move(0, 0)
  await page.evaluate(EMPTIED)
  await page.waitForURL('about:blank')
  await page.context().clearPermissions()
  unused.add(page)
}

/** Leaves the site by itself: a window that is sent elsewhere begins with a new process. */
const EMPTIED = `try { localStorage.clear(); sessionStorage.clear() } catch {}
location.replace('about:blank')`

/** Windows that a test has left open; those that are to be used again stay. */
export async function closeOthers(browser: Browser): Promise<void> {
  const kept = new Set(Array.from(unused, (page) => page.context()))
  await Promise.all(browser.contexts().map((one) => (kept.has(one) ? undefined : one.close())))
}

/**
 * Sums up what has moved under somebody's eyes without their touching anything. Counts pointers, Enter, Space where it presses, choices and
 * typed letters, and notes by how many of them each request was preceded.
 */
const COUNTS = `
  Object.assign(globalThis, { presses: 0, inputs: 0, sent: [] })
  const pressed = () => { presses += 1; inputs += 1 }
  addEventListener('pointerdown', pressed, true)
  addEventListener('keydown', (event) => {
    const isSpace = event.key === ' ' && event.target.closest('button, [role="tab"], [type="checkbox"], [type="radio"]') !== null
    if (!event.repeat && (event.key === 'Enter' || isSpace)) pressed()
    else inputs += 1
  }, true)
  addEventListener('change', (event) => event.target.matches('select') && pressed(), true)
  addEventListener('input', () => { inputs += 1 }, true)
  globalThis.shifted = 0
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) shifted += one.value
  }).observe({ type: 'layout-shift', buffered: true })
  const ask = fetch
  globalThis.fetch = (url, options) => {
    sent.push({ method: options?.method ?? 'GET', path: String(url), inputs })
    return ask(url, options)
  }
`
