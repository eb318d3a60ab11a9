// `npm run docs:screens`: follows the guides "Test your SCIM endpoint in five minutes" and "Readiness suites" and writes into them, and into
// the README, what is printed. Tests follow them as well and compare, so that no page can show what the command no longer prints.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blocksOf, withTexts } from './blocks.ts'
import { follow } from './follow.ts'
import { comparable, shortened } from './still.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const GUIDE = 'docs/guides/test-your-endpoint.md'
export const SUITES_GUIDE = 'docs/guides/readiness-suites.md'

/** The README as it must be beside this guide: what the first test prints, shortened. */
export function readmeBeside(readme: string, guide: string): string {
  const [screen] = blocksOf(guide).filter(({ text }) => text.includes('Entra ID, without it'))
  const [block] = blocksOf(readme).filter(({ language }) => language === 'text')
  if (!screen || !block) throw new Error('The guide has no screen of a test, or the README has no place for it.')
  return withTexts(readme, new Map([[block, shortened(screen.text)]]))
}

/** @returns the guide with what is printed now, and whether each command ended as it says */
async function followed(path: string): Promise<{ readonly guide: string; readonly isRight: boolean }> {
  const page = readFileSync(join(ROOT, path), 'utf8')
  const bin = process.env.SCIMULATOR_BIN ?? join(ROOT, 'packages/scimulator/bin/scimulator.js')
  const { printed, surprises } = await follow(page, ROOT, bin)
  for (const surprise of surprises) console.error(surprise)
  const changed = [...printed].filter(([block, text]) => comparable(text) !== comparable(block.text))
  const guide = withTexts(page, new Map(changed))
  writeFileSync(join(ROOT, path), guide)
  console.log(changed.length === 0 ? `${path} is up to date` : `${path}: ${changed.length} screens written`)
  return { guide, isRight: surprises.length === 0 }
}

/** @param paths the guides that are followed; all of them by default */
async function main(paths: readonly string[]): Promise<void> {
  const pages = new Map<string, string>()
  for (const path of paths) {
    const { guide, isRight } = await followed(path)
    pages.set(path, guide)
    if (!isRight) process.exitCode = 1
  }
  const guide = pages.get(GUIDE)
  const readme = join(ROOT, 'README.md')
  if (guide !== undefined) writeFileSync(readme, readmeBeside(readFileSync(readme, 'utf8'), guide))
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(process.argv.length > 2 ? process.argv.slice(2) : [GUIDE, SUITES_GUIDE])
