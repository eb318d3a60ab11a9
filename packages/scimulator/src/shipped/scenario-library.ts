import { existsSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BadInput, findScenarioFiles, suggest } from '@scimulator/harness/scenario'
import { withSlashes } from '@scimulator/shared/platform'
import { packageFolder } from './package-folder.ts'

/** Scenarios that ship inside. A name is a path without ending: `entra/help-page` for a file, `entra` for a folder of files. */
export interface ScenarioLibrary {
  /** Absolute. */
  readonly folder: string
  /** All names of files, sorted by path. */
  names(): readonly string[]
  /** The file or folder of a name, absolute; undefined when there is none. */
  find(name: string): string | undefined
}

export function scenarioLibrary(folder: string = shippedFolder()): ScenarioLibrary {
  return {
    folder,
    names: () => findScenarioFiles([folder]).map((path) => nameOf(folder, path)),
    find: (name) => findName(folder, name),
  }
}

/**
 * The paths that were meant. What exists on disk wins over a name that ships inside.
 *
 * @throws BadInput when something is neither, with the nearest names
 */
export function resolveScenarios(written: readonly string[], library: ScenarioLibrary): readonly string[] {
  return written.map((one) => {
    if (existsSync(one)) return one
    const shipped = library.find(one)
    if (shipped !== undefined) return shipped
    const hint = suggest(one, library.names())
    throw new BadInput(
      `There is no file or folder "${one}" here, and no scenario of that name ships inside. ${hint} "scimulator list" shows all names.`,
    )
  })
}

/** `entra/help-page` for `…/scenarios/entra/help-page.yaml`. */
function nameOf(folder: string, path: string): string {
  return withSlashes(relative(folder, path)).replace(/\.ya?ml$/, '')
}

function shippedFolder(): string {
  const inside = join(packageFolder(), 'scenarios')
  return existsSync(inside) ? inside : join(packageFolder(), '../../scenarios')
}

/** A name cannot lead out of the folder, or to what is no scenario, such as a golden. */
function findName(folder: string, name: string): string | undefined {
  const bare = name.replace(/\/+$/, '').replace(/\.ya?ml$/, '')
  const isName = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(bare) && !/^(fixtures|goldens|rejected|schema)(\/|$)/.test(bare)
  if (!isName) return undefined
  const path = join(folder, ...bare.split('/'))
  const file = `${path}.yaml`
  if (existsSync(file)) return file
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : undefined
}
