import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { withSlashes } from '@scimulator/shared/platform'
import { BadInput } from '../written/problem.ts'
import { readTextFile } from '../written/read-text-file.ts'

const FRAGMENTS = 'fragments'

/** Folders below a folder of scenarios that hold other things. */
const NOT_SCENARIOS: ReadonlySet<string> = new Set([
  'fixtures',
  FRAGMENTS,
  'goldens',
  'node_modules',
  'rejected',
  'schema',
])

/** Scenario files that the paths name, absolute, sorted; a folder means every scenario in it and below. @throws BadInput */
export function findScenarioFiles(paths: readonly string[], root = '.'): string[] {
  const found = paths.flatMap((path) => {
    const absolute = resolve(root, path)
    const stats = statSync(absolute, { throwIfNoEntry: false })
    if (!stats) throw new BadInput(`There is no file or folder "${path}" (looked in ${resolve(root)}).`)
    if (!stats.isDirectory()) return [absolute]
    const files = filesBelow(absolute)
    if (files.length === 0)
      throw new BadInput(`The folder "${path}" holds no scenario: no YAML file with "scenario:" at its top.`)
    return files
  })
  return [...new Set(found)].sort((a, b) => (a < b ? -1 : 1))
}

/** Scenarios and fragments that the paths name, absolute, sorted. @throws BadInput where a folder has neither */
export function findWrittenFiles(paths: readonly string[], root = '.'): string[] {
  const found = paths.flatMap((path) => {
    const fragments = existsSync(resolve(root, path)) ? findFragmentFiles([path], root) : []
    const isFragmentsAlone = fragments.length > 0 && basename(resolve(root, path)) === FRAGMENTS
    return isFragmentsAlone ? fragments : [...findScenarioFiles([path], root), ...fragments]
  })
  return [...new Set(found)].sort((a, b) => (a < b ? -1 : 1))
}

/** Fragments below the folders that are named, absolute, sorted. */
export function findFragmentFiles(paths: readonly string[], root = '.'): string[] {
  const folders = paths.map((path) => resolve(root, path)).filter((path) => statSync(path).isDirectory())
  return [...new Set(folders.flatMap((folder) => fragmentsBelow(folder)))].sort((a, b) => (a < b ? -1 : 1))
}

function fragmentsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return isPassedOver(entry.name) ? [] : fragmentsBelow(path)
    return /\.ya?ml$/.test(entry.name) && basename(folder) === FRAGMENTS ? [path] : []
  })
}

function isPassedOver(name: string): boolean {
  return (NOT_SCENARIOS.has(name) && name !== FRAGMENTS) || name.startsWith('.')
}

export function shownPath(path: string, root = '.'): string {
  return withSlashes(relative(resolve(root), path))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return NOT_SCENARIOS.has(entry.name) || entry.name.startsWith('.') ? [] : filesBelow(path)
    return /\.ya?ml$/.test(entry.name) && isScenario(path) ? [path] : []
  })
}

/** A folder may hold other YAML too, a workflow or a compose file. A file that is named itself is taken as it is. */
function isScenario(path: string): boolean {
  const text = readTextFile(path)
  return /^(scenario|"scenario"|'scenario')\s*:/m.test(text) || /^#.*scenario\.schema\.json/m.test(text)
}
