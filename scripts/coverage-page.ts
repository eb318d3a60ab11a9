// docs/coverage.md, from the scenarios and from the titles of the receiver's tests. Titles are read as text, which takes no time;
// `npm run coverage:check` asks vitest for the same list and fails where reading has missed one.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { COVERAGE_IDS } from './coverage-ids.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

export interface Proof {
  readonly id: string
  /** Path of the file from the root, with slashes. */
  readonly where: string
}

/** Folders of the receiver's HTTP tests, below its package. */
export const PROOF_TESTS = ['test/lark', 'test/admin']

/** `proves` stands on expectations, wherever they are in a scenario file. */
export function scenarioProofs(): Proof[] {
  const files = filesBelow(join(ROOT, 'scenarios'), /\.ya?ml$/).filter((path) => !path.includes(`${sep}rejected${sep}`))
  return files.flatMap((path) => {
    const where = relative(ROOT, path).split(sep).join('/')
    const text = readFileSync(path, 'utf8')
    return text.includes('proves') ? [...new Set(provesIn(parse(text)))].map((id) => ({ id, where })) : []
  })
}

function provesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(provesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    name === 'proves' && Array.isArray(part) ? part.filter((id) => typeof id === 'string') : provesIn(part),
  )
}

/** A title begins with the id, or takes it from the first cell of its table. */
export function titleProofs(): Proof[] {
  const folders = PROOF_TESTS.map((folder) => join(ROOT, 'packages/receiver', folder))
  return folders
    .flatMap((folder) => filesBelow(folder, /\.test\.ts$/))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8')
      const written = Array.from(text.matchAll(/\b([A-E]\d\d): /g), ([, id = '']) => id)
      const fromTables = /'%s: /.test(text)
        ? Array.from(text.matchAll(/\[\s*'([A-E]\d\d)',/g), ([, id = '']) => id)
        : []
      const where = relative(ROOT, path).split(sep).join('/')
      return [...new Set([...written, ...fromTables])].map((id) => ({ id, where }))
    })
}

/** docs/coverage.md: which scenarios and tests prove what the help pages say. */
export function coveragePage(proofs: readonly Proof[] = [...scenarioProofs(), ...titleProofs()]): string {
  const rows = COVERAGE_IDS.map(({ id, what, from }) => {
    const files = [...new Set(proofs.filter((proof) => proof.id === id).map(({ where }) => where))].sort()
    const links = files.map((path) => `[${path}](../${path})`)
    return `| ${id} | ${what} | ${from} | ${links.join('<br>') || 'none yet'} |`
  })
  return `${[...HEAD, ...rows].join('\n')}\n`
}

const HEAD = [
  '# Coverage of the two help pages',
  '',
  'Each row is something that the help pages "Sync user data from Microsoft Entra ID to Lark" (E) or "… from JumpCloud to',
  'Lark" (J) say, or that they leave open and this project has decided. A proof is an expectation of a scenario that carries the id in',
  '`proves`, or an HTTP test of the receiver whose title begins with it; both assert the end state. `npm run coverage:mutate`',
  "turns each of the receiver's rules off in turn and fails unless a proof of that id turns red.",
  '',
  'This page is generated: `npm run generate`.',
  '',
  '| id | what | from | proved by |',
  '|---|---|---|---|',
]

function filesBelow(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path, wanted)
    return wanted.test(entry.name) ? [path] : []
  })
}
