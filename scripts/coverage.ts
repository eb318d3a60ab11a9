// The coverage page and its proofs.
//   node --import tsx scripts/coverage.ts write    writes docs/coverage.md
//   node --import tsx scripts/coverage.ts check    fails when an id of A, B or C has no proof, or the page is not up to date
//   node --import tsx scripts/coverage.ts mutate [A11 …]   turns each rule off in turn; fails unless a proof of that id turns red
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { RULE_IDS, type RuleId } from '../packages/receiver/src/profile/lark/rule-id.ts'
import { COVERAGE_IDS } from './coverage-ids.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const RECEIVER = join(ROOT, 'packages/receiver')
const PAGE = join(ROOT, 'docs/coverage.md')
const PROOF_TESTS = ['test/lark', 'test/admin']
/** What a test reads to know which rule is off. */
const RULE_OFF = 'SCIMULATOR_TEST_RULE_OFF'
const ID = /\b([A-E]\d\d): /g

type Proof = { readonly id: string; readonly where: string }

async function main([command = 'check', ...only]: readonly string[]): Promise<number> {
  if (command === 'mutate') return mutate(only)
  if (command !== 'write' && command !== 'check') return fail(`"${command}" is no command; use write, check or mutate`)
  const proofs = [...scenarioProofs(), ...(await testProofs())]
  const page = coveragePage(proofs)
  if (command === 'write') {
    writeFileSync(PAGE, page)
    process.stdout.write('docs/coverage.md written\n')
    return 0
  }
  return check(proofs, page)
}

function check(proofs: readonly Proof[], page: string): number {
  const proved = new Set(proofs.map(({ id }) => id))
  const unproved = COVERAGE_IDS.filter(({ id }) => /^[ABC]/.test(id) && !proved.has(id)).map(({ id }) => id)
  const known = new Set(COVERAGE_IDS.map(({ id }) => id))
  const unknown = proofs.filter(({ id }) => /^[A-E]\d\d$/.test(id) && !known.has(id))
  if (unproved.length > 0) return fail(`No proof of ${unproved.join(', ')}`)
  if (unknown.length > 0) return fail(`${unknown[0]?.where} proves ${unknown[0]?.id}, which does not exist`)
  if (readFileSync(PAGE, 'utf8') !== page) return fail('docs/coverage.md is not up to date; run coverage.ts write')
  process.stdout.write(`${proved.size} ids proved by ${proofs.length} proofs\n`)
  return 0
}

function fail(message: string): number {
  process.stderr.write(`coverage: ${message}\n`)
  return 1
}

/** `proves` stands on expectations, wherever they are in a scenario file. */
function scenarioProofs(): Proof[] {
  const files = filesBelow(join(ROOT, 'scenarios'), /\.ya?ml$/).filter((path) => !path.includes(`${sep}rejected${sep}`))
  return files.flatMap((path) => {
    const where = relative(ROOT, path).split(sep).join('/')
    return [...new Set(provesIn(parse(readFileSync(path, 'utf8'))))].map((id) => ({ id, where }))
  })
}

function provesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(provesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    name === 'proves' && Array.isArray(part) ? part.filter((id) => typeof id === 'string') : provesIn(part),
  )
}

/** Titles of the receiver's HTTP tests, with the rows of their tables filled in. */
async function testProofs(): Promise<Proof[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  try {
    const file = join(folder, 'tests.json')
    await vitest(['list', ...PROOF_TESTS, `--json=${file}`], {})
    const tests = JSON.parse(readFileSync(file, 'utf8')) as { name: string; file: string }[] // vitest's own format
    const proofs = tests.flatMap(({ name, file: path }) => {
      const where = relative(ROOT, path).split(sep).join('/')
      return Array.from(name.matchAll(ID), (match) => ({ id: match[1] ?? '', where }))
    })
    return [...new Map(proofs.map((proof) => [JSON.stringify(proof), proof])).values()]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function coveragePage(proofs: readonly Proof[]): string {
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
  'This page is generated: `node --import tsx scripts/coverage.ts write`.',
  '',
  '| id | what | from | proved by |',
  '|---|---|---|---|',
]

/** Two at a time, each in a process of its own, since a rule is off for a whole receiver. */
async function mutate(only: readonly string[]): Promise<number> {
  const waiting = RULE_IDS.filter((id) => only.length === 0 || only.includes(id))
  const survived: string[] = []
  const worker = async (): Promise<void> => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      const outcome = await withRuleOff(id)
      process.stdout.write(`${id} off: ${outcome.failed} of ${outcome.run} proofs turn red\n`)
      if (outcome.failed === 0) survived.push(id)
    }
  }
  await Promise.all([worker(), worker()])
  return survived.length === 0 ? 0 : fail(`No proof notices that these rules are off: ${survived.sort().join(', ')}`)
}

async function withRuleOff(id: RuleId): Promise<{ readonly run: number; readonly failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  const file = join(folder, 'result.json')
  try {
    await vitest(['run', ...PROOF_TESTS, '-t', `${id}: `, '--reporter=json', `--outputFile=${file}`], {
      [RULE_OFF]: id,
    })
    const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    return { run: result.numPassedTests + result.numFailedTests, failed: result.numFailedTests }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Resolves when vitest has ended, however it ended: failing proofs are what a mutation is for. */
function vitest(parameters: readonly string[], more: NodeJS.ProcessEnv): Promise<void> {
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs')
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...parameters], { cwd: RECEIVER, env: { ...process.env, ...more } }, () =>
      resolve(),
    )
  })
}

function filesBelow(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path, wanted)
    return wanted.test(entry.name) ? [path] : []
  })
}

process.exitCode = await main(process.argv.slice(2))
