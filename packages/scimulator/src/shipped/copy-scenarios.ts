import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { findScenarioFiles } from '@scimulator/harness/scenario'
import { withSlashes } from '@scimulator/shared/platform'

/** One file that a copy is made of: where it is, and where it goes below the folder of the copy. */
interface Copied {
  readonly from: string
  /** Relative, with slashes: `entra/help-page.yaml`. */
  readonly to: string
}

/**
 * What somebody needs to go on with a scenario: the file itself, the fragments, companies and goldens that it names, and the schema that
 * its first line binds it to, at the same places relative to one another.
 *
 * @param folder the library's
 * @param path a file or folder in it
 */
export function filesToCopy(folder: string, path: string): readonly Copied[] {
  const files = findScenarioFiles([path])
  const own = textsOf(files)
  const fragments = filesIn(join(folder, 'fragments')).filter(isIncludedIn(own))
  const texts = `${own}\n${textsOf(fragments)}`
  const beside = ['fixtures', 'goldens'].flatMap((name) => filesIn(join(folder, name))).filter(isNamedIn(texts))
  const all = [...files, ...fragments, ...beside, ...filesIn(join(folder, 'schema'))]
  return all.map((from) => ({ from, to: withSlashes(relative(folder, from)) }))
}

/** A matrix puts its own word into the name of a golden, so that a name counts up to its first dot. */
function isNamedIn(texts: string): (path: string) => boolean {
  return (path) => {
    const folder = basename(dirname(path))
    const [stem = ''] = basename(path).split('.')
    return texts.includes(`${folder}/${stem}.`)
  }
}

function textsOf(files: readonly string[]): string {
  return files.map((file) => readFileSync(file, 'utf8')).join('\n')
}

/** `include: arrives`, or with parameters `include: { fragment: arrives, … }`. */
function isIncludedIn(texts: string): (path: string) => boolean {
  const names = new Set(Array.from(texts.matchAll(/(?:include|fragment): ["']?([\w-]+)/g), ([, name]) => name))
  return (path) => names.has(basename(path).split('.')[0])
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .sort()
}

/** Files that are there already, with other content than the one that ships: they are the user's, and are not written over. */
export function filesInTheWay(files: readonly Copied[], into: string): readonly string[] {
  return files.flatMap(({ from, to }) => {
    const there = join(into, to)
    return existsSync(there) && !readFileSync(there).equals(readFileSync(from)) ? [there] : []
  })
}

export function copyFiles(files: readonly Copied[], into: string): void {
  for (const { from, to } of files) {
    const path = join(into, to)
    mkdirSync(dirname(path), { recursive: true })
    cpSync(from, path)
  }
}
