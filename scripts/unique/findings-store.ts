// What has been found out, on disk after each variant: an interrupted run goes on where it stopped.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE } from './bundle.ts'
import { MUTANTS } from './mutants/mutants.ts'
import { nameOf, type Variant } from './variant.ts'
import type { Told } from './worker-port.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FILE = join(CACHE, 'told.json')
/** What a run depends on beside the file that is run. */
const CODE = ['shared', 'receiver', 'entra-sim', 'jumpcloud-sim', 'harness'].map((name) => `packages/${name}/src`)
const READ_BY_FILES = ['scenarios/fixtures', 'scenarios/goldens']

export interface Store {
  of(variant: Variant | undefined, file: string): Told | undefined
  keep(variant: Variant | undefined, file: string, told: Told): void
  save(): void
}

/** @param isTrusting keeps what other code has said: for a look while something else is being changed */
export function openStore(isTrusting: boolean): Store {
  const code = hashOf([...CODE, ...READ_BY_FILES].flatMap((folder) => textsBelow(join(ROOT, folder))))
  const kept = readKept()
  const told = new Map(kept.code === code || isTrusting ? kept.told : [])
  return {
    of: (variant, file) => told.get(keyOf(variant, file)),
    keep: (variant, file, one) => told.set(keyOf(variant, file), one),
    save() {
      mkdirSync(CACHE, { recursive: true })
      const others = readKept() // another run may have gone on beside this one
      const all = new Map([...(others.code === code || isTrusting ? others.told : []), ...told])
      writeFileSync(FILE, JSON.stringify({ code, told: [...all] }))
    },
  }
}

function readKept(): { readonly code: string; readonly told: readonly [string, Told][] } {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'))
  } catch {
    return { code: '', told: [] }
  }
}

const texts = new Map<string, string>()

const keys = new Map<string, string>()

/** A mutant is what its text says, and a file too. */
function keyOf(variant: Variant | undefined, file: string): string {
  const name = `${variant ? nameOf(variant) : ''} | ${file}`
  const key = keys.get(name) ?? `${name} | ${hashOf([textOf(file), definitionOf(variant)])}`
  keys.set(name, key)
  return key
}

function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(join(ROOT, 'scenarios', file), 'utf8')
  texts.set(file, text)
  return text
}

function definitionOf(variant: Variant | undefined): string {
  const mutant = variant?.kind === 'mutant' ? MUTANTS.find(({ name }) => name === variant.name) : undefined
  return JSON.stringify(mutant ?? variant ?? MUTANTS)
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 16)
}

function textsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => {
      const path = join(folder, one.name)
      return one.isDirectory() ? textsBelow(path) : [one.name, readFileSync(path, 'utf8')]
    })
}
