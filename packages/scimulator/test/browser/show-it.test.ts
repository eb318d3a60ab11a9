// docs/guides/show-it.md, followed to the letter: what is bold is pressed, what is in backticks is written, what is slanted is waited for.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, testChromium } from './chromium.ts'
import { type ServedWorld, servedWorld } from './served-world.ts'
import { walkedPage } from './walk.ts'

const isHere = chromiumPath() !== undefined || process.env.SCIMULATOR_BROWSER === 'required'
const GUIDE = readFileSync(new URL('../../../../docs/guides/show-it.md', import.meta.url), 'utf8')

let browser: Browser
let served: ServedWorld

beforeAll(async () => {
  if (isHere) [browser, served] = await Promise.all([testChromium(), servedWorld()])
})
afterAll(() => Promise.all([browser?.close(), served?.close()]))

interface Instruction {
  readonly kind: 'press' | 'write' | 'see'
  readonly text: string
}

/** By the heading that they stand under, in order. */
function instructionsOf(guide: string): ReadonlyMap<string, readonly Instruction[]> {
  const sections = guide.replace(/^```[\s\S]*?^```/gm, '').split(/^## /m)
  return new Map(
    sections.slice(1).flatMap((section) => {
      const [heading = '', ...lines] = section.split('\n')
      const steps = lines
        .join('\n')
        .split(/^\d+\. /m)
        .slice(1)
        .join(' ')
        .replace(/\s+/g, ' ')
      const found = Array.from(steps.matchAll(/\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`/g), instructionIn)
      return found.length === 0 ? [] : [[heading, found] as const]
    }),
  )
}

function instructionIn([, pressed, seen, written]: RegExpMatchArray): Instruction {
  if (pressed !== undefined) return { kind: 'press', text: pressed }
  return seen === undefined ? { kind: 'write', text: written ?? '' } : { kind: 'see', text: seen }
}

async function follow(page: Page, { kind, text }: Instruction): Promise<void> {
  if (kind === 'write') await page.getByRole('textbox', { name: 'Somebody new' }).fill(text)
  else if (kind === 'see') await page.getByText(text).first().waitFor()
  else {
    const name = { name: text, exact: true }
    await page.getByRole('button', name).or(page.getByRole('link', name)).first().click()
  }
}

describe.runIf(isHere)('the guide "Show it to a customer"', () => {
  test('comes out as it says, in five presses and then two for each act', async () => {
    const sections = instructionsOf(GUIDE)
    expect(sections.size).toBe(6)
    const { page, noise, presses, uncaused, close } = await walkedPage(browser, served)
    const counts: number[] = []
    for (const [heading, instructions] of sections) {
      const before = await presses()
      for (const one of instructions) await follow(page, one)
      counts.push((await presses()) - before)
      expect([heading, noise]).toEqual([heading, []])
    }
    expect(await uncaused()).toEqual([])
    // The first act has come after four; each other takes two.
    expect(counts.slice(0, 4)).toEqual([2, 2, 2, 2])
    await close()
  })
})
