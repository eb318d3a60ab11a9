// `npm run docs:api`
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { API_FOLDER, apiReference } from './api-reference.ts'
import { writeDeclarations } from './declarations.ts'
import { PACKAGE, ROOT } from './folders.ts'

const types = join(PACKAGE, 'dist/types')
await writeDeclarations(types)
const pages = await apiReference(types)
await mkdir(join(ROOT, API_FOLDER), { recursive: true })
for (const { path, text } of pages) await writeFile(join(ROOT, path), text)
console.log(`${pages.length} pages in ${API_FOLDER}`)
