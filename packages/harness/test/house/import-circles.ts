// Files that import one another in a circle. Imports of types count: a circle of types ties two files together for the reader just as well.
import { posix } from 'node:path'
import { importsOf, type SourceFile } from './source-files.ts'

/** One circle: its files, in order. The files of one circle reach one another over imports. */
export type Circle = readonly string[]

/** Every circle among the files given, largest first: the strongly connected components of more than one file (Tarjan 1972). */
export function importCircles(files: readonly SourceFile[]): readonly Circle[] {
  const graph = importGraph(files)
  const search = new Search(graph)
  for (const path of graph.keys()) search.visit(path)
  return search.circles.toSorted((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

function importGraph(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(files.map(({ path }) => path))
  return new Map(files.map((file) => [file.path, importedPaths(file).filter((path) => known.has(path))]))
}

/** Paths from the root of what a file imports relatively. */
export function importedPaths(file: SourceFile): readonly string[] {
  const relative = importsOf(file).filter((target) => target.startsWith('.'))
  return [...new Set(relative.map((target) => posix.join(posix.dirname(file.path), target)))]
}

class Search {
  readonly circles: Circle[] = []
  readonly #graph: ReadonlyMap<string, readonly string[]>
  readonly #seen = new Map<string, { readonly index: number; low: number }>()
  readonly #stack: string[] = []

  constructor(graph: ReadonlyMap<string, readonly string[]>) {
    this.#graph = graph
  }

  /** The lowest index that the file reaches. */
  visit(path: string): number {
    const seen = this.#seen.get(path)
    if (seen) return this.#stack.includes(path) ? seen.index : Number.POSITIVE_INFINITY
    const own = { index: this.#seen.size, low: this.#seen.size }
    this.#seen.set(path, own)
    this.#stack.push(path)
    for (const target of this.#graph.get(path) ?? []) own.low = Math.min(own.low, this.visit(target))
    if (own.low === own.index) this.#close(path)
    return own.low
  }

  #close(path: string): void {
    const circle = this.#stack.splice(this.#stack.indexOf(path)).sort()
    if (circle.length > 1) this.circles.push(circle)
  }
}
