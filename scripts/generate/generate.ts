// `npm run generate`: writes every page and schema that is made from the code, and says which have changed. What can only be made by
// running something for a while has a name of its own: `npm run generate -- collection`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collectionTables } from './collection-tables.ts'
import { type GeneratedFile, generatedFiles } from './generated-files.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const TARGETS: Readonly<Record<string, () => Promise<readonly GeneratedFile[]>>> = {
  files: generatedFiles,
  collection: async () => [await collectionTables()],
}

const [target = 'files'] = process.argv.slice(2)
const make = TARGETS[target]
if (make) write(await make())
else {
  console.error(`generate: "${target}" is not one of ${Object.keys(TARGETS).join(', ')}`)
  process.exitCode = 2
}

function write(files: readonly GeneratedFile[]): void {
  const drifted = files.filter(({ path, text }) => committed(path) !== text)
  for (const { path, text } of drifted) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    console.log(`${path} written`)
  }
  if (drifted.length === 0)
    console.log(`${files.length} generated ${files.length === 1 ? 'file is' : 'files are'} up to date`)
}

function committed(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return undefined
  }
}
