// Pages that are generated from the code.
//   node --import tsx scripts/docs.ts write    writes them
//   node --import tsx scripts/docs.ts check    fails when one has drifted
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generatedPages } from '../packages/harness/src/catalogue/generated-pages.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const [command = 'check'] = process.argv.slice(2)

const drifted = generatedPages().filter(({ path, text }) => read(path) !== text)
if (command === 'write') for (const { path, text } of drifted) writeFileSync(ROOT + path, text)
for (const { path } of drifted)
  console.log(command === 'write' ? `${path} written` : `${path} has drifted; npm run docs:write`)
process.exit(command === 'check' && drifted.length > 0 ? 1 : 0)

function read(path: string): string | undefined {
  try {
    return readFileSync(ROOT + path, 'utf8')
  } catch {
    return undefined
  }
}
