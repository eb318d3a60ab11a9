import { readdirSync, readFileSync, statSync } from 'node:fs'

export interface Changes {
  add(path: string): void
  /** The paths that have changed since the last time, once it is quiet; undefined when it has ended. */
  next(): Promise<ReadonlySet<string> | undefined>
}

/**
 * Gathers what changes until somebody asks for it.
 *
 * @param pause an editor writes a file in several strokes: so long nothing more must come
 */
export function createChanges(signal: AbortSignal, pause: () => Promise<void>): Changes {
  let gathered = new Set<string>()
  let wake: () => void = () => {}
  signal.addEventListener('abort', () => wake())
  return {
    add(path) {
      gathered.add(path)
      wake()
    },
    async next() {
      while (!signal.aborted && gathered.size === 0) await new Promise<void>((resolve) => (wake = resolve))
      let before = -1
      while (!signal.aborted && before !== gathered.size) {
        before = gathered.size
        await pause()
      }
      const changed = gathered
      gathered = new Set()
      return signal.aborted ? undefined : changed
    },
  }
}

/** @returns whether what stands there is another than when it was asked last; a file that is only touched, or written as it was, is not */
export function createContents(): (path: string) => boolean {
  const known = new Map<string, string>()
  return (path) => {
    const content = contentOf(path)
    const isAnother = known.get(path) !== content
    known.set(path, content)
    return isAnother
  }
}

function contentOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? readdirSync(path).join('\n') : readFileSync(path, 'utf8')
  } catch {
    return 'not there'
  }
}
