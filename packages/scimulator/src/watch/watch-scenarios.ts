// Runs scenarios, and runs again what a change concerns, until it is stopped.
import { readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { RunResult } from '@scimulator/harness/report'
import { BadInput, findScenarioFiles, type RunFilesOptions, runFiles, shownPath } from '@scimulator/harness/scenario'
import { type Changes, createChanges, createContents } from './changes.ts'
import { concernedBy, type WatchedScenario } from './concerned.ts'
import { watchFolders } from './watch-folders.ts'

export interface WatchOptions {
  readonly run: Omit<RunFilesOptions, 'signal' | 'onLoad' | 'onEnd'>
  readonly signal: AbortSignal
  /** So long nothing more must change before something runs. */
  readonly pause: () => Promise<void>
  /** Something is about to run because of these files; at the beginning there are none. */
  readonly onBegin?: (changed: readonly string[], scenarios: number) => void
  readonly onRan?: (run: RunResult) => void
  /** Nothing can run at the moment, and why. */
  readonly onProblem?: (message: string) => void
  /** All that a change concerned has run. @param failed names of all files that do not pass now */
  readonly onQuiet?: (scenarios: number, failed: readonly string[]) => void
}

/** Resolves when it is stopped. @throws BadInput when a path does not exist at the beginning */
export async function watchScenarios(paths: readonly string[], options: WatchOptions): Promise<void> {
  findScenarioFiles(paths)
  const changes = createChanges(options.signal, options.pause)
  const isChanged = createContents()
  const folders = watchFolders(changes.add)
  const watched: Watched = { known: new Map(), failed: new Set() }
  try {
    for (let changed: ReadonlySet<string> | undefined = new Set(); changed; changed = await next(changes, isChanged)) {
      folders.cover(foldersOf(paths, watched))
      await runConcerned(paths, changed, watched, options)
      // What has run may read files in folders of which nobody knew.
      folders.cover(foldersOf(paths, watched))
    }
  } finally {
    folders.close()
  }
}

interface Watched {
  readonly known: Map<string, WatchedScenario>
  /** Those that do not pass. */
  readonly failed: Set<string>
}

/** Changes in which something is another than it was. */
async function next(changes: Changes, isChanged: (path: string) => boolean): Promise<ReadonlySet<string> | undefined> {
  for (;;) {
    const touched = await changes.next()
    const changed = touched && new Set([...touched].filter(isChanged))
    if (!changed || changed.size > 0) return changed
  }
}

async function runConcerned(
  paths: readonly string[],
  changed: ReadonlySet<string>,
  watched: Watched,
  options: WatchOptions,
): Promise<void> {
  try {
    const files = findScenarioFiles(paths)
    const hasLost = forgetOthers(watched, files)
    const concerned = concernedBy(changed, files, watched.known)
    if (concerned.length > 0) {
      options.onBegin?.(
        [...changed].map((path) => shownPath(path)),
        concerned.length,
      )
      await runThem(concerned, watched, options)
    }
    if ((concerned.length > 0 || hasLost) && !options.signal.aborted) {
      options.onQuiet?.(watched.known.size, [...watched.failed].map((path) => shownPath(path)).sort())
    }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    options.onProblem?.(error.message)
  }
}

/** @returns whether a file has gone */
function forgetOthers({ known, failed }: Watched, files: readonly string[]): boolean {
  const gone = [...known.keys()].filter((path) => !files.includes(path))
  for (const path of gone) {
    known.delete(path)
    failed.delete(path)
  }
  return gone.length > 0
}

async function runThem(concerned: readonly string[], { known, failed }: Watched, options: WatchOptions): Promise<void> {
  for (const path of concerned) {
    known.set(path, { reads: new Set(), loads: false })
    failed.delete(path)
  }
  const { run } = await runFiles(concerned, {
    ...options.run,
    signal: options.signal,
    onLoad: ({ path, reads }) => known.set(path, { reads, loads: true }),
    onEnd({ file, outcome }) {
      if (outcome !== 'passed') failed.add(resolve(file))
    },
  })
  if (!options.signal.aborted) options.onRan?.(run)
}

/** Folders below the paths, those of files that are named, and those of everything that a scenario reads. */
function foldersOf(paths: readonly string[], { known }: Watched): readonly string[] {
  const named = paths.flatMap((path) => (isFolder(path) ? below(resolve(path)) : [dirname(resolve(path))]))
  const read = [...known.values()].flatMap(({ reads }) => [...reads].map((path) => dirname(path)))
  return [...named, ...read]
}

function below(folder: string): readonly string[] {
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .flatMap((entry) => below(join(folder, entry.name)))
  return [folder, ...inside]
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
