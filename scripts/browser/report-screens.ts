// `npm run docs:reports`: the pictures of docs/guides/reports.md, of the pages that the browser tests look at.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { launchChromium } from '../../packages/scimulator/test/browser/chromium.ts'
import { samplePages } from '../../packages/scimulator/test/browser/sample-pages.ts'

const INTO = fileURLToPath(new URL('../../docs/images/', import.meta.url))

interface Screen {
  readonly name: string
  readonly of: 'test' | 'run' | 'suites'
  readonly options?: BrowserContextOptions
  /** What is opened, and then scrolled to. */
  readonly at?: string
  readonly height?: number
}

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }

const SCREENS: readonly Screen[] = [
  { name: 'report-verdict', of: 'test' },
  { name: 'report-dark', of: 'test', options: { colorScheme: 'dark' } },
  { name: 'report-act', of: 'test', at: '#life-entraLegacy-12' },
  { name: 'report-run', of: 'run' },
  { name: 'report-suites', of: 'suites', at: '#entra-gallery-4' },
  { name: 'report-phone', of: 'test', options: PHONE },
]

const folder = mkdtempSync(join(tmpdir(), 'scimulator-screens-'))
const pages = await samplePages()
const browser = await launchChromium()
try {
  mkdirSync(INTO, { recursive: true })
  for (const screen of SCREENS) await take(browser, screen)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}

async function take(from: Browser, { name, of, options, at }: Screen): Promise<void> {
  const file = join(folder, `${of}.html`)
  writeFileSync(file, pages[of])
  const viewport = { width: 1180, height: 820 }
  const context = await from.newContext({ viewport, colorScheme: 'light', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(`${pathToFileURL(file).href}${at ?? ''}`)
  await page.screenshot({ path: join(INTO, `${name}.png`) })
  await context.close()
  console.log(`docs/images/${name}.png written`)
}
