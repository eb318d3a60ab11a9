// What a page costs to load: gzipped, with everything that is loaded with it, less what every page has loaded already: the shell, and the
// menus of its bar. Of a part that a page loads later, less what that page has loaded.
import { gzipSync } from 'node:zlib'
import type { BuiltChunk } from './build-console.ts'

export interface Size {
  /** `shell`, `src/wire/wire-page.tsx`, `all`. */
  readonly name: string
  /** KiB, after gzip but where it says otherwise. */
  readonly kib: number
  readonly budget: number
  /** Of a file that is sent as it is. */
  readonly isPlain?: true
}

const SHELL = 'index.html'
/** What every page loads when it stands. */
const MENUS = 'src/shell/bar-menus.ts'

/** KiB by part. Decision 16 says what the shell is made of. */
export const BUDGETS = { shell: 180, page: 60, all: 650, story: 1.2 * 1024 } as const

export function sizesOf(chunks: readonly BuiltChunk[]): readonly Size[] {
  const shell = loadedWith(chunks.find(({ entry }) => entry === SHELL)?.file, chunks)
  const always = loadedWith(chunks.find(({ entry }) => entry === MENUS)?.file, chunks, new Set(shell))
  const pages = chunks.filter(({ entry }) => entry?.startsWith('src/') === true)
  const before = (part: BuiltChunk): ReadonlySet<BuiltChunk> =>
    loadedWith(pages.find(({ later }) => later.includes(part.file))?.file, chunks)
  return [
    { name: 'shell', kib: kib(shell), budget: BUDGETS.shell },
    ...pages.map((page) => ({
      name: page.entry ?? '',
      kib: kib(
        [...loadedWith(page.file, chunks)].filter(
          (one) => !(page.entry === MENUS ? shell : always).has(one) && !before(page).has(one),
        ),
      ),
      budget: BUDGETS.page,
    })),
    { name: 'all', kib: kib(chunks), budget: BUDGETS.all },
  ]
}

/** The file of a story without its data, as it is sent. */
export function storySize(bytes: number): Size {
  return { name: 'story.html', kib: bytes / 1024, budget: BUDGETS.story, isPlain: true }
}

/** Lines for people, and which parts are over their budget. */
export function sizeReport(sizes: readonly Size[]): {
  readonly lines: readonly string[]
  readonly over: readonly string[]
} {
  const line = ({ name, kib: size, budget, isPlain }: Size): string =>
    `${name}: ${size.toFixed(1)} of ${budget} KiB${isPlain ? '' : ' gzipped'}`
  return { lines: sizes.map(line), over: sizes.filter(({ kib: size, budget }) => size > budget).map(line) }
}

function loadedWith(
  file: string | undefined,
  chunks: readonly BuiltChunk[],
  known: Set<BuiltChunk> = new Set(),
): ReadonlySet<BuiltChunk> {
  const chunk = chunks.find((one) => one.file === file)
  if (chunk === undefined || known.has(chunk)) return known
  known.add(chunk)
  for (const imported of chunk.imports) loadedWith(imported, chunks, known)
  return known
}

function kib(chunks: Iterable<BuiltChunk>): number {
  return [...chunks].reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1024
}
