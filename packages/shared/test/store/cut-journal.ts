// A data folder as a process leaves it that dies after any line of its journal: for programs that are cut off everywhere and go on.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How many lines were on disk when a request went out. */
export interface SentAt {
  readonly lines: number
}

/** Its lines, without the last one where that is not whole. */
export async function journalOf(folder: string): Promise<readonly string[]> {
  const text = await readFile(await journalPath(folder), 'utf8')
  return text.split('\n').slice(0, -1)
}

/** A copy of the folder below `home`. @returns its path */
export async function copyFolder(folder: string, home: string): Promise<string> {
  const copy = join(home, 'copy')
  await cp(folder, copy, { recursive: true })
  // A process that dies leaves its lock, which the next one finds stale; this process lives on.
  await rm(join(copy, 'lock'))
  return copy
}

/** What `use` makes of a copy of the copy whose journal ends with these lines; it is gone afterwards. */
export async function withCut<Result>(
  copy: string,
  journal: readonly string[],
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = `${copy}-cut`
  await cp(copy, folder, { recursive: true })
  await writeFile(await journalPath(folder), journal.map((line) => `${line}\n`).join(''))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** How many requests can have been seen: those that went out with fewer lines, and any that went out with just these. */
export function seenBy(lines: number, moments: readonly SentAt[]): readonly number[] {
  const least = moments.filter((moment) => moment.lines < lines).length
  const most = moments.filter((moment) => moment.lines <= lines).length
  return Array.from({ length: most - least + 1 }, (_, index) => least + index)
}

async function journalPath(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('journal-'))
  const [only, ...others] = names
  if (only === undefined || others.length > 0) throw new Error(`One journal is wanted, not ${names.length}`)
  return join(folder, only)
}
