// The proofs of docs/coverage.md, which `npm run generate` writes.
//   node --import tsx scripts/coverage.ts check    fails when an id of A, B or C has no proof, or the page does not tell of one
//   node --import tsx scripts/coverage.ts mutate [A11 …]   turns each rule off in turn; fails unless a proof of that id turns red
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RULE_IDS, type RuleId } from '../packages/receiver/src/lark/values/rule-id.ts'
import { COVERAGE_IDS } from './coverage-ids.ts'
import { coveragePage, PROOF_TESTS, type Proof, scenarioProofs } from './coverage-page.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const RECEIVER = join(ROOT, 'packages/receiver')
/** What a test reads to know which rule is off. */
const RULE_OFF = 'SCIMULATOR_TEST_RULE_OFF'
const ID = /\b([A-E]\d\d): /g

async function main([command = 'check', ...only]: readonly string[]): Promise<number> {
  if (command === 'mutate') return mutate(only)
  if (command !== 'check') return fail(`"${command}" is not a command; use check or mutate`)
  return check([...scenarioProofs(), ...(await testProofs())])
}

function check(proofs: readonly Proof[]): number {
  const proved = new Set(proofs.map(({ id }) => id))
  const unproved = COVERAGE_IDS.filter(({ id }) => /^[ABC]/.test(id) && !proved.has(id)).map(({ id }) => id)
  const known = new Set(COVERAGE_IDS.map(({ id }) => id))
  const unknown = proofs.filter(({ id }) => /^[A-E]\d\d$/.test(id) && !known.has(id))
  if (unproved.length > 0) return fail(`No proof of ${unproved.join(', ')}`)
  if (unknown.length > 0) return fail(`${unknown[0]?.where} proves ${unknown[0]?.id}, which does not exist`)
  if (coveragePage(proofs) !== coveragePage())
    return fail('coverage-page.ts reads other proofs in the titles of the tests than vitest lists')
  process.stdout.write(`${proved.size} ids proved by ${proofs.length} proofs\n`)
  return 0
}

function fail(message: string): number {
  process.stderr.write(`coverage: ${message}\n`)
  return 1
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

process.exitCode = await main(process.argv.slice(2))
