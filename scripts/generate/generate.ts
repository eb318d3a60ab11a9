// `npm run generate`: writes every page and schema that is made from the code, and says which have changed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generated-files.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const files = await generatedFiles()
const drifted = files.filter(({ path, text }) => committed(path) !== text)
for (const { path, text } of drifted) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true })
  writeFileSync(join(ROOT, path), text)
  console.log(`${path} written`)
}
if (drifted.length === 0) console.log(`${files.length} generated files are up to date`)

function committed(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return undefined
  }
}
