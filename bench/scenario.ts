// A scenario from its text to its result, in process: what a world and twenty steps take, and ten thousand generated people.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadScenario, runScenario } from '@scimulator/harness'

const SOURCE = '$' + '{source.url}", secretToken: "$' + '{source.token}'
const SET_UP = [
  'receiver.add-source: { kind: Entra ID, activate: true }\n    save: source',
  'entra.create-app: { name: App }',
  `entra.set-credentials: { tenantUrl: "${SOURCE}" }`,
]

const twenty: readonly string[] = [
  ...SET_UP,
  'entra.set-settings: { scope: Sync all users and groups }',
  ...Array.from(
    { length: 8 },
    (_, n) =>
      `entra.create-user: { userPrincipalName: p${n}@c.test, displayName: P ${n}, set: { mail: p${n}@c.test } }`,
  ),
  'entra.start: {}',
  'entra.update-user: { user: p1@c.test, set: { jobTitle: Director } }',
  'advance: 40m',
  'entra.block-user: { user: p2@c.test }',
  'advance: 40m',
  'entra.delete-user: { user: p3@c.test }',
  'advance: 40m',
  'expect: { view: directory.users, include: { p1@c.test: { title: Director }, p2@c.test: { active: false } } }',
]

const people = (count: number): readonly string[] => [
  ...SET_UP,
  'entra.set-settings: { scope: Sync all users and groups }',
  `entra.load-company: { company: { generate: { people: ${count}, groups: 100 } } }`,
]

const CASES: readonly [what: string, steps: readonly string[], expects: string, rounds: number][] = [
  ['a world and 20 steps', twenty, 'directory.users, count: { min: 7, max: 8 }', 25],
  ['10,000 generated people', people(10_000), 'entra.users, count: 10000', 3],
  [
    '10,000 generated people, and their first cycle',
    [...people(10_000), 'entra.start: {}'],
    'directory.users, count: { min: 9000, max: 10000 }',
    3,
  ],
]

export async function* figures(): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-bench-'))
  try {
    for (const [what, steps, expects, rounds] of CASES)
      yield await figureOf(join(folder, 'x.yaml'), what, steps, expects, rounds)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function figureOf(file: string, what: string, steps: readonly string[], expects: string, rounds: number) {
  const head = 'scenario: s\ndescription: d\ngiven: { receiver: { profile: rfc } }\nsteps:\n'
  writeFileSync(file, `${head}${steps.map((step) => `  - ${step}\n`).join('')}expect:\n  - { view: ${expects} }\n`)
  const scenario = await loadScenario(file)
  await timed(scenario)
  const taken: { readonly wall: number; readonly cpu: number }[] = []
  for (let round = 0; round < rounds; round += 1) taken.push(await timed(scenario))
  const median = (of: 'wall' | 'cpu') => taken.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  return `${what}: ${median('wall').toFixed(0)} ms, ${median('cpu').toFixed(0)} ms of CPU (median of ${rounds}, the first not counted)`
}

async function timed(scenario: Awaited<ReturnType<typeof loadScenario>>) {
  const [at, used] = [performance.now(), process.cpuUsage()]
  for (const { result } of await runScenario(scenario)) {
    if (result.outcome !== 'passed') throw new Error(JSON.stringify(result).slice(0, 2_000))
  }
  const { user, system } = process.cpuUsage(used)
  return { wall: performance.now() - at, cpu: (user + system) / 1_000 }
}
