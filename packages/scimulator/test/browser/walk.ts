// Somebody who walks through the pages: presses, types, chooses and reads, and has no other means.
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { consolePage } from './console-page.ts'
import type { ServedWorld } from './served-world.ts'
import type { Look } from './windows.ts'

export interface Walk {
  /** What leads past the pages, such as `goto` and `evaluate`, throws. */
  readonly page: Page
  readonly noise: readonly string[]
  /** How often something was pressed or chosen, with the pointer or by keys. */
  presses(): Promise<number>
  /** What a press has put into the clipboard; to be pasted. */
  copied(): Promise<string>
  /** What happened that nobody has pressed for. */
  uncaused(): Promise<readonly string[]>
  /** Ends the walk. @returns the page with all its means */
  end(): Page
  close(): Promise<void>
}

/** @param served nobody but the page may use its control surface until the walk ends */
export async function walkedPage(
  browser: Browser,
  served: Pick<ServedWorld, 'url' | 'besides'>,
  look: Look = {},
): Promise<Walk> {
  const before = served.besides().length
  const opened = await consolePage(browser, served.url, look)
  const { page, noise, presses, sent, close } = opened
  return {
    page: walking(page),
    noise,
    presses,
    copied: async () => String(await page.evaluate('navigator.clipboard.readText()')),
    uncaused: async () => [...withoutPress(await sent()), ...served.besides().slice(before)],
    end: () => page,
    close,
  }
}

export interface SentRequest {
  readonly method: string
  readonly path: string
  /** How often somebody had pressed, chosen or typed until then. */
  readonly inputs: number
}

/** Verbs that only answer what is shown. */
const LOOKS = /\/verbs\/(lint-mappings|evaluate-expression|preview-[a-z-]+)$/

/** Before anybody touches a page it only reads, and what one press asks for is done once. */
export function withoutPress(sent: readonly SentRequest[]): readonly string[] {
  const done = new Set<string>()
  return sent
    .filter(({ method, path }) => method !== 'GET' && !LOOKS.test(path))
    .filter(({ path, inputs }) => {
      const act = `${inputs} ${path}`
      const isUncaused = inputs === 0 || done.has(act)
      done.add(act)
      return isUncaused
    })
    .map(({ method, path, inputs }) => `${method} ${path} after ${inputs} inputs`)
}

const PAST_THE_PAGE: ReadonlySet<string | symbol> = new Set([
  ...[
    'goto',
    'reload',
    'goBack',
    'goForward',
    'setContent',
    'addScriptTag',
    'addInitScript',
    'exposeFunction',
    'route',
  ],
  ...['evaluate', 'evaluateAll', 'evaluateHandle', 'dispatchEvent', '$eval', '$$eval', '$', '$$', 'waitForFunction'],
  ...['context', 'mainFrame', 'frames', 'request', 'elementHandle', 'elementHandles'],
])
const RAW = Symbol('without limits')

/** Of a page or a part of it, and of all that is found through it. */
function walking<One extends Page | Locator>(one: One): One {
  return new Proxy(one, {
    get(target, name) {
      if (name === RAW) return target
      if (PAST_THE_PAGE.has(name)) throw new Error(`Who walks through the pages has no ${String(name)}.`)
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: readonly unknown[]) => {
        const found: unknown = Reflect.apply(value, target, args.map(unlimited))
        return isLocator(found) ? walking(found) : found
      }
    },
  })
}

function isLocator(one: unknown): one is Locator {
  return typeof Object(one).getByRole === 'function'
}

/** Also in `{ has: … }`. */
function unlimited(given: unknown): unknown {
  const raw: unknown = Object(given)[RAW]
  if (raw !== undefined) return raw
  if (typeof given !== 'object' || given === null || Object.getPrototypeOf(given) !== Object.prototype) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, unlimited(value)]))
}

/** A few more than the controls of a page. */
const MOST_KEYS = 150

/** With Tab until it has the focus, or within a list with the arrows. */
export async function reach(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  const focused = page.locator(':focus')
  for (let n = 0; n < MOST_KEYS; n += 1) {
    if ((await wanted.and(focused).count()) > 0) return
    await page.keyboard.press(await keyTowards(focused, wanted))
  }
  throw new Error('It cannot be reached with the keyboard.')
}

async function keyTowards(focused: Locator, wanted: Locator): Promise<string> {
  const [here, there] = await Promise.all([rowOf(focused), rowOf(wanted)])
  if (Number.isNaN(here) || Number.isNaN(there)) return 'Tab'
  return here < there ? 'ArrowDown' : 'ArrowUp'
}

/** Not a number where there is no row of a list. */
async function rowOf(one: Locator): Promise<number> {
  if ((await one.count()) === 0) return Number.NaN
  return Number((await one.first().getAttribute('aria-rowindex')) ?? Number.NaN)
}

/** By keys alone, once it can be pressed. */
export async function pressByKey(page: Page, wanted: Locator): Promise<void> {
  await reach(page, wanted)
  await expect.poll(() => wanted.isEnabled()).toBe(true)
  await page.keyboard.press('Enter')
}
