// What the stream has told is read anew: several changes of a moment at once, and what somebody has just done without waiting for more.
import type { QueryClient } from '@tanstack/react-query'
import { readAnew } from './read-anew.ts'
import { type Done, programOf } from './source.ts'
import { isOld, toldNames } from './told-changes.ts'

/** A page that shows what changes is read anew at most so often. */
const READ_EVERY_MS = 300
/** A stream that is cut, or let go of by a hidden tab, tells nothing. */
const TOLD_WITHIN_MS = 1_000

export interface ToldReader {
  /** Reads views of these names anew in a moment. */
  take(names: readonly string[]): void
  /** As a `changed` event tells. */
  changed(data: Readonly<Record<string, unknown>>): void
  /** Resolves when the stream has told of what was done and that is read anew; without a word of it, when all of the program is. */
  after(verb: string, done: Done | undefined): Promise<void>
}

export function toldReader(client: QueryClient): ToldReader {
  let waiting = new Set<string>()
  let isComing = false
  const seen = new Map<string, number>()
  const hopes = new Set<() => void>()

  const read = (): Promise<void> => {
    const told = waiting
    waiting = new Set()
    return readAnew(client, (name, meta) => isOld(name, meta?.isAnswer === true, told))
  }
  const take = (names: readonly string[]): void => {
    // Another world counts anew.
    if (names.includes('*')) seen.clear()
    for (const name of names) waiting.add(name)
    if (isComing) return
    isComing = true
    setTimeout(() => {
      isComing = false
      if (waiting.size > 0) void read()
    }, READ_EVERY_MS)
  }
  /** False when nobody tells of it in time. Where no step is news, there is nothing to wait for. */
  const isTold = (program: string, { news = -1 }: Done): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (told: boolean): void => {
        clearTimeout(patience)
        hopes.delete(look)
        resolve(told)
      }
      const look = (): void => {
        if ((seen.get(program) ?? -1) >= news) end(true)
      }
      const patience = setTimeout(() => end(false), TOLD_WITHIN_MS)
      hopes.add(look)
      look()
    })
  return {
    take,
    changed(data) {
      take(toldNames(data))
      seen.set(String(data.program), Number(data.seq))
      for (const look of [...hopes]) look()
    },
    async after(verb, done) {
      const program = programOf(verb)
      // One of the world may be about anything; what has failed may have gone half of its way.
      const isNamed = done !== undefined && program !== 'world' && (await isTold(program, done))
      for (const name of isNamed ? ['world'] : [program === 'world' ? '*' : program, 'world']) waiting.add(name)
      await read()
    },
  }
}
