// Snapshots of a world in its data folder, each a file of its own. They hold tokens, as the folder does: nobody else may read them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Picture, Shelf } from '@scimulator/harness/live'
import { renameOverNow } from '@scimulator/shared/platform'
import { z } from 'zod'

const Written = z.object({ name: z.string(), now: z.number(), programs: z.record(z.string(), z.unknown()) })

interface File {
  readonly name: string
  readonly now: number
  readonly path: string
}

/** @param onNotice told of a file that cannot be read; it is left alone */
export function snapshotFiles(folder: string, onNotice: (text: string) => void): Shelf {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const held = new Map<string, File>()
  let last = 0
  for (const number of numbersIn(folder)) {
    last = number
    const path = join(folder, `${number}.json`)
    const found = read(path)
    if (found) held.set(found.name, { name: found.name, now: found.now, path })
    else onNotice(`${path} is no snapshot of a world and is left out.`)
  }
  function remove(name: string): void {
    const file = held.get(name)
    if (file) rmSync(file.path, { force: true })
    held.delete(name)
  }
  return {
    all: () => Array.from(held.values(), ({ name, now }) => ({ name, now })),
    get(name) {
      const file = held.get(name)
      const found = file && read(file.path)
      return found && { now: found.now, programs: new Map(Object.entries(found.programs)) }
    },
    put(name, picture) {
      last += 1
      const path = join(folder, `${last}.json`)
      write(path, name, picture)
      remove(name)
      held.set(name, { name, now: picture.now, path })
    },
    remove,
  }
}

function numbersIn(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

function read(path: string): z.infer<typeof Written> | undefined {
  try {
    return Written.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Whole or not at all. */
function write(path: string, name: string, { now, programs }: Picture): void {
  const unfinished = `${path}.new`
  writeFileSync(unfinished, JSON.stringify({ name, now, programs: Object.fromEntries(programs) }), { mode: 0o600 })
  renameOverNow(unfinished, path)
}
