// Which files turn red with which variant, and which of them count by it.
import { createHash } from 'node:crypto'
import type { Crew } from './crew.ts'
import type { Store } from './findings-store.ts'
import { concerns, nameOf, type Variant } from './variant.ts'
import { type Asked, OVER_SOCKET, type Told } from './worker-port.ts'

/** A file counts if fewer others than this fail with it. */
export const FEW = 5

export interface Measured {
  readonly variant: Variant
  /** Sorted; of a variant that more than `FEW` notice, those that were met first. */
  readonly red: readonly string[]
}

export interface Measuring {
  readonly crew: Crew
  readonly store: Store
  readonly files: readonly string[]
  readonly say: (line: string) => void
  /** Asks nothing: a variant of which not all is known is left out. */
  readonly isKnownOnly?: boolean
}

/** Each file as it is. @throws Error when one is red without any variant */
export async function traceAll({ crew, store, files }: Measuring): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const pairs: (readonly [string, ReadonlySet<string>])[] = []
  for (const part of chunks(files)) {
    const told = await Promise.all(part.map((file) => answered(crew, store, { file })))
    store.save()
    const red = told.findIndex(({ isRed }) => isRed)
    if (red >= 0) throw new Error(`scenarios/${part[red]} is red as it is: ${told[red]?.why}`)
    pairs.push(...told.map((one, at) => [part[at] ?? '', new Set(one.touched)] as const))
  }
  return new Map(pairs)
}

function chunks(files: readonly string[]): readonly (readonly string[])[] {
  const size = 20
  return Array.from({ length: Math.ceil(files.length / size) }, (_, at) => files.slice(at * size, (at + 1) * size))
}

export async function measure(
  variants: readonly Variant[],
  touched: ReadonlyMap<string, ReadonlySet<string>>,
  measuring: Measuring,
): Promise<readonly Measured[]> {
  const found: Measured[] = []
  for (const variant of variants) {
    const concerned = measuring.files.filter((file) => concerns(variant, touched.get(file) ?? new Set()))
    const asked = inLuckyOrder(concerned, variant, measuring.store).map((file) => ({
      ...{ variant, file },
      ...(touched.get(file)?.has(OVER_SOCKET) ? { isOverSocket: true } : {}),
    }))
    if (measuring.isKnownOnly && !isKnown(asked, measuring.store)) continue
    const red = await redOf(asked, measuring)
    found.push({ variant, red: red.toSorted() })
    const shown = red.length > FEW ? 'many' : String(red.length)
    measuring.say(`${nameOf(variant)}: ${shown} of ${concerned.length} that it concerns turn red`)
  }
  return found
}

/** Whether enough has been found out to say how many are red. */
function isKnown(asked: readonly Asked[], store: Store): boolean {
  const told = asked.map(({ variant, file }) => store.of(variant, file))
  return told.filter((one) => one?.isRed).length > FEW || told.every((one) => one !== undefined)
}

/** Goes on until too many are red: then none of them counts by it. */
async function redOf(all: readonly Asked[], { crew, store }: Measuring): Promise<string[]> {
  const waiting = [...all]
  const red: string[] = []
  let isNew = false
  const work = async (): Promise<void> => {
    for (let asked = waiting.shift(); asked && red.length <= FEW; asked = waiting.shift()) {
      isNew ||= store.of(asked.variant, asked.file) === undefined
      const told = await answered(crew, store, asked)
      if (told.isRed) red.push(asked.file)
    }
  }
  await Promise.all([work(), work()])
  if (isNew) store.save()
  return red
}

/** What is known to be red first, so that nothing else need be asked; then by a hash, which meets all folders early. */
function inLuckyOrder(files: readonly string[], variant: Variant, store: Store): readonly string[] {
  const rank = (file: string): string => `${store.of(variant, file)?.isRed ? 0 : 1}${hashOf(file)}`
  return files
    .map((file) => [rank(file), file] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, file]) => file)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function answered(crew: Crew, store: Store, asked: Asked): Promise<Told> {
  const known = store.of(asked.variant, asked.file)
  if (known) return known
  const told = await crew.ask(asked)
  store.keep(asked.variant, asked.file, told)
  return told
}
