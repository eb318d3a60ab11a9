// `npm run docs:consoles`: the pictures of README.md and docs/guides/consoles.md, of a world that is really up.
// One of the people has a Chinese name: without a font for it, such as Debian's fonts-wqy-microhei, a picture has boxes in its place.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../../packages/scimulator/test/browser/chromium.ts'
import { type ServedWorld, servedWorld } from '../../packages/scimulator/test/browser/served-world.ts'

const INTO = fileURLToPath(new URL('../../docs/images/', import.meta.url))

interface Screen {
  readonly name: string
  readonly path: string
  readonly options?: BrowserContextOptions
  /** What is pressed before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>
}

const SCREENS: readonly Screen[] = [
  { name: 'wire', path: '/wire' },
  {
    name: 'wire-exchange',
    path: '/wire',
    before: (page) => page.getByRole('row', { name: /is disabled: done/ }).click(),
  },
  { name: 'story', path: `/stories/${encodeURIComponent('stories/entra-help-page')}?step=17` },
]

const browser = await launchChromium()
const served = await servedWorld()
try {
  mkdirSync(INTO, { recursive: true })
  await live(served)
  for (const screen of SCREENS) await take(browser, screen)
} finally {
  await browser.close()
  await served.close()
}

/** A joiner and a leaver, with the cycle that tells of them. */
async function live({ act }: ServedWorld): Promise<void> {
  await act('world.set-up', { provider: 'entra' })
  const user = 'nora.lindqvist@contoso.example'
  const set = {
    givenName: 'Nora',
    surname: 'Lindqvist',
    mail: user,
    mailNickname: 'nora.lindqvist',
    department: 'Sales',
  }
  await act('entra.create-user', { userPrincipalName: user, displayName: 'Nora Lindqvist', set })
  await act('entra.add-member', { group: 'Sales', user })
  await act('entra.block-user', { user: 'p0001' })
  await act('entra.run-cycle')
}

/** The bar and what people press come after the page. */
async function isDrawn(page: Page): Promise<void> {
  await page.getByRole('row').last().waitFor()
  await page.getByRole('button', { name: /^Clock/ }).waitFor()
  const leave = page.getByRole('button', { name: 'Leave', disabled: true })
  await leave.waitFor({ state: 'detached' })
  await page
    .getByText(/^Reading /)
    .first()
    .waitFor({ state: 'detached' })
}

async function take(from: Browser, { name, path, options, before }: Screen): Promise<void> {
  const viewport = { width: 1280, height: 800 }
  const context = await from.newContext({ viewport, colorScheme: 'light', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(`${served.url}${path}`)
  await isDrawn(page)
  await before?.(page)
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined)
  await page.screenshot({ path: join(INTO, `${name}.png`) })
  await context.close()
  console.log(`docs/images/${name}.png written`)
}
