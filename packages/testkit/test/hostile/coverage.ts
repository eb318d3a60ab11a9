// Which branches were taken, from V8's own counters: exact by block, read in intervals because each reading looks at everything loaded.
import { type InspectorNotification, type Profiler, Session } from 'node:inspector'
import { type Branch, branchesOf } from './branches.ts'

interface WatchedFile {
  readonly file: string
  readonly source: string
  readonly branches: readonly Branch[]
  /** By index of the branch. */
  readonly taken: Set<number>
}

export interface FileCoverage {
  readonly file: string
  readonly branches: number
  readonly taken: number
  /** The text where each branch begins that was never taken. */
  readonly missing: readonly string[]
}

export class Coverage {
  readonly #session = new Session()
  readonly #scripts = new Map<string, string>()
  readonly #watched = new Map<string, WatchedFile>()

  /** Before the code is loaded that is to be watched: what was compiled earlier has no counters. */
  start(): void {
    this.#session.connect()
    this.#session.on(
      'Debugger.scriptParsed',
      ({ params }: InspectorNotification<{ scriptId: string; url: string }>) => {
        this.#scripts.set(params.url, params.scriptId)
      },
    )
    // It stays on: to turn it off takes the counters from every function that has run.
    this.#session.post('Debugger.enable')
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** From now on these are watched; they have to be loaded. */
  watch(files: readonly string[]): void {
    for (const file of files) {
      const [url, scriptId] =
        [...this.#scripts].find(([known]) => (known.split('?')[0] ?? '').endsWith(`/${file}`)) ?? []
      if (url === undefined || scriptId === undefined) throw new Error(`${file} is not loaded.`)
      const source = this.#sourceOf(scriptId)
      this.#watched.set(url, { file, source, branches: branchesOf(source), taken: new Set() })
    }
  }

  #sourceOf(scriptId: string): string {
    let source = ''
    this.#session.post('Debugger.getScriptSource', { scriptId }, (error, answer) => {
      if (error) throw error
      source = answer.scriptSource
    })
    return source
  }

  /** Branches of these files that were taken since the last look, and never before. */
  look(files: readonly string[]): readonly string[] {
    const fresh: string[] = []
    for (const [watched, isTaken] of this.#read(files))
      for (const [index, branch] of watched.branches.entries()) {
        if (watched.taken.has(index) || !isTaken(branch)) continue
        watched.taken.add(index)
        fresh.push(`${watched.file}#${index}`)
      }
    return fresh
  }

  /** Whether any of these was taken since the last look. */
  sees(wanted: readonly string[], files: readonly string[]): boolean {
    return this.#read(files).some(([{ file, branches }, isTaken]) =>
      branches.some((branch, index) => wanted.includes(`${file}#${index}`) && isTaken(branch)),
    )
  }

  #read(files: readonly string[]): readonly (readonly [WatchedFile, (branch: Branch) => boolean])[] {
    const read: (readonly [WatchedFile, (branch: Branch) => boolean])[] = []
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error) throw error
      for (const { url, functions } of answer.result) {
        const watched = this.#watched.get(url)
        if (watched && files.includes(watched.file)) read.push([watched, takenIn(functions)])
      }
    })
    return read
  }

  of(files: readonly string[]): readonly FileCoverage[] {
    return [...this.#watched.values()]
      .filter(({ file }) => files.includes(file))
      .map(({ file, source, branches, taken }) => ({
        file,
        branches: branches.length,
        taken: taken.size,
        missing: branches.flatMap((branch, index) => (taken.has(index) ? [] : shown(branch, source))),
      }))
  }
}

function shown({ at, lessThan }: Branch, source: string): string {
  return `${lessThan === undefined ? '' : 'other than '}${source.slice(at, at + 70).replaceAll('\n', ' ')}`
}

/** The innermost range around a place says how often it was run. */
function takenIn(functions: readonly Profiler.FunctionCoverage[]): (branch: Branch) => boolean {
  const ranges = functions.flatMap((one) => one.ranges).sort((a, b) => size(a) - size(b))
  const isRun = ranges.some(({ count }) => count > 0)
  const countAt = (place: number): number =>
    ranges.find(({ startOffset, endOffset }) => startOffset <= place && place < endOffset)?.count ?? 0
  return ({ at, lessThan }) => isRun && (lessThan === undefined ? countAt(at) > 0 : countAt(at) > countAt(lessThan))
}

function size({ startOffset, endOffset }: Profiler.CoverageRange): number {
  return endOffset - startOffset
}
