// `npm run docs:screens`: follows the guide "Test your SCIM endpoint in five minutes" and writes into it, and into the README, what is
// printed. A test follows it as well and compares, so that neither page can show what the command no longer prints.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blocksOf, withTexts } from './blocks.ts'
import { follow } from './follow.ts'
import { comparable, shortened } from './still.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const GUIDE = 'docs/guides/test-your-endpoint.md'

/** The README as it must be beside this guide: what the first test prints, shortened. */
export function readmeBeside(readme: string, guide: string): string {
  const [screen] = blocksOf(guide).filter(({ text }) => text.includes('Entra ID, without it'))
  const [block] = blocksOf(readme).filter(({ language }) => language === 'text')
  if (!screen || !block) throw new Error('The guide has no screen of a test, or the README has no place for it.')
  return withTexts(readme, new Map([[block, shortened(screen.text)]]))
}

async function main(): Promise<void> {
  const page = readFileSync(join(ROOT, GUIDE), 'utf8')
  const bin = process.env.SCIMULATOR_BIN ?? join(ROOT, 'packages/scimulator/bin/scimulator.js')
  const { printed, surprises } = await follow(page, ROOT, bin)
  for (const surprise of surprises) console.error(surprise)
  const changed = [...printed].filter(([block, text]) => comparable(text) !== comparable(block.text))
  const guide = withTexts(page, new Map(changed))
  writeFileSync(join(ROOT, GUIDE), guide)
  const readme = join(ROOT, 'README.md')
  writeFileSync(readme, readmeBeside(readFileSync(readme, 'utf8'), guide))
  console.log(changed.length === 0 ? 'Every screen is up to date' : `${changed.length} screens written`)
  process.exitCode = surprises.length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
