import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { closeOthers } from './windows.ts'

/** The first has no windows of its own to draw, and opens a page in little more than half of the time. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Where the browser is: `CHROMIUM=…`, or where Linux distributions put it; undefined on a machine that has none. */
export function chromiumPath(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return env.CHROMIUM ?? PLACES.find((path) => existsSync(path))
}

export const NO_CHROMIUM =
  'There is no Chromium here: install your system’s package "chromium", or name one with CHROMIUM=/path/to/chromium.'

/** Of a new, empty profile; it asks nobody for anything of its own accord. @throws Error that says how to come by a browser */
export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error(NO_CHROMIUM)
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // Nothing is drawn for anybody to see: a process less between page and test.
      '--in-process-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  })
}

let shared: Browser | undefined

/** One browser for all files of a test process: to start one takes as long as a short test. `close` closes windows, and it stays. */
export async function testChromium(): Promise<Browser> {
  if (!shared?.isConnected()) shared = await launchChromium()
  const browser = shared
  return Object.assign(Object.create(browser), { close: () => closeOthers(browser) })
}
