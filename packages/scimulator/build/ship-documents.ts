// The documents that users read, with links that lead somewhere in an installed package.
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { ROOT } from './folders.ts'

/** Folders and files below docs that are about working on Scimulator itself, or are large: pictures, and what the types say anyway. */
const STAYS: readonly string[] = ['decisions', 'architecture.md', 'images', join('reference', 'api')]

/** Papers of the root that have links. */
const PAPERS: readonly string[] = ['README.md', 'CHANGELOG.md', 'AGENTS.md', 'SECURITY.md']

/** Copies docs and example suites into the staged package, then takes from every page the links that would lead nowhere. */
export async function shipDocuments(folder: string): Promise<void> {
  const docs = join(ROOT, 'docs')
  const stays = (path: string): boolean => STAYS.some((one) => relative(docs, path) === one)
  await cp(docs, join(folder, 'docs'), { recursive: true, filter: (path) => !stays(path) })
  await cp(join(ROOT, 'examples/requests'), join(folder, 'examples/requests'), { recursive: true, filter: isSource })
  const pages = [...PAPERS.map((paper) => join(folder, paper)), ...(await pagesBelow(join(folder, 'docs')))]
  for (const page of pages) await writeFile(page, withoutDeadLinks(page, await readFile(page, 'utf8')))
}

/** `[text](path)` becomes `text` where there is no such file, and a picture what it shows. Code stays as it is. */
export function withoutDeadLinks(page: string, text: string): string {
  return text.replace(
    /!?\[((?:[^[\]]|\[[^\]]*\])*)\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)/g,
    (whole, shown, path) => (existsSync(join(dirname(page), decodeURIComponent(path))) ? whole : shown),
  )
}

async function pagesBelow(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { recursive: true })
  return entries.filter((name) => name.endsWith('.md')).map((name) => join(folder, name))
}

function isSource(path: string): boolean {
  return !/(__pycache__|\.pytest_cache|\.class)$/.test(path.split(sep).at(-1) ?? '')
}
