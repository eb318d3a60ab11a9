// `npm run compat:write`: what this version writes, kept for ever in fixtures/compat/VERSION, so that a test of every later version can
// open it. It never writes over a folder that is there.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesOf } from './files-of.ts'
import { writeFolders } from './write-folders.ts'
import { writePapers } from './write-papers.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/scimulator/package.json'), 'utf8'))
const line = /^\d+\.\d+/.exec(version)?.[0] ?? version
const folder = join(ROOT, 'fixtures/compat', line)
if (existsSync(folder))
  throw new Error(`${folder} is there already, and is never written again. Raise the version first.`)

mkdirSync(folder, { recursive: true })
await writeFolders(join(folder, 'data'))
await writePapers(folder)
const sums = filesOf(folder).map((path) => `${sha256(join(folder, path))}  ${path}\n`)
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
console.log(`${folder}: ${sums.length} files`)

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
