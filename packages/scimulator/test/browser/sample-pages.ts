// Pages as users see them: of a test that finds three bugs, of runs of every outcome, and of an endpoint that answers with markup.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestResult, testEndpoint } from '@scimulator/harness/examine'
import { runPage, suitesPage, testPage } from '@scimulator/harness/html'
import type { RunResult } from '@scimulator/harness/report'
import { runFiles } from '@scimulator/harness/scenario'
import { runSuites, type SuiteResult } from '@scimulator/harness/suites'
import { shippedPrograms } from '@scimulator/harness/world'
import { createReceiver, type DeviationName } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { explainRun } from '../../src/cli/explain-run.ts'

const ORIGIN = 'http://localhost:3000'

type Handler = NonNullable<Extract<Parameters<typeof testEndpoint>[0], { handler: unknown }>['handler']>

/** Our own receiver with these bugs, the same each time, and a clock that goes on with each look. */
async function atReceiver<Result>(
  deviations: readonly DeviationName[],
  ask: (reached: { handler: Handler; url: string; token: string; now: () => number }) => Promise<Result>,
): Promise<Result> {
  let now = Date.parse('2026-01-05T08:00:00Z')
  const receiver = createReceiver({
    schedule: createVirtualSchedule(now),
    ids: createSeededIds(1, 'receiver'),
    profile: 'rfc',
    deviations,
    sources: [{ token: 'sample-token' }],
    publicUrl: ORIGIN,
  })
  const tick = (): number => {
    now += 4
    return now
  }
  const reached = { handler: receiver.scim as Handler, url: `${ORIGIN}/scim/v2`, token: 'sample-token', now: tick }
  return ask(reached).finally(() => receiver.close())
}

export async function sampleTest(
  deviations: readonly DeviationName[],
  change: (handler: Handler) => Handler = (handler) => handler,
): Promise<TestResult> {
  return atReceiver(deviations, (reached) =>
    testEndpoint({ ...reached, handler: change(reached.handler), record: 'all' }),
  )
}

/** Of a receiver with the same bugs. */
export async function sampleSuites(
  suites: Parameters<typeof runSuites>[0]['suites'] = ['entra-gallery', 'okta', 'rfc'],
  change: (handler: Handler) => Handler = (handler) => handler,
): Promise<SuiteResult> {
  return atReceiver(THREE_BUGS, (reached) => runSuites({ ...reached, handler: change(reached.handler), suites }))
}

export const THREE_BUGS: readonly DeviationName[] = [
  'string-false-is-true',
  'member-remove-empties-group',
  'first-page-only',
]

const HOSTILE = '</script></style></pre><img src=x onerror=alert(1)><script>alert(2)</script>'

/** Titles and errors are markup. */
export function hostile(handler: Handler): Handler {
  return async (request) => {
    const answer = await handler(request)
    if (answer.status >= 400) return { ...answer, body: JSON.stringify({ detail: HOSTILE, status: '400' }) }
    return { ...answer, body: answer.body?.replaceAll('"Engineer"', JSON.stringify(HOSTILE)) ?? '' }
  }
}

const SET_UP = `given: { receiver: { profile: rfc, deviations: [string-false-is-true] } }
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
  - entra.load-company:
      company:
        { name: Contoso, domain: contoso.example, people: [
          { key: ana, displayName: Ana Lopez, email: ana@contoso.example },
          { key: bo, displayName: Bo Lind, email: bo@contoso.example } ] }
  - entra.create-app: { name: App }
  - entra.use-mapping-preset: { preset: default }
  - entra.set-settings: { scope: Sync all users and groups }
  - entra.set-credentials: { tenantUrl: "\${source.url}", secretToken: "\${source.token}" }
  - entra.start: {}
`

const FILES: Readonly<Record<string, string>> = {
  'leaver.yaml': `scenario: A leaver loses access
description: Ana is disabled in Entra ID, and must be inactive at the receiver after the next cycle.
${SET_UP}  - entra.block-user: { user: ana@contoso.example }
    note: Ana leaves
  - advance: 40m
expect:
  - { view: directory.users, include: { ana@contoso.example: { active: false } } }
`,
  'joiner.yaml': `scenario: A joiner is there after the first cycle
description: Both people of the company exist at the receiver.
${SET_UP}expect:
  - { view: directory.users, exactly: [ana@contoso.example, bo@contoso.example] }
`,
  'nothing.yaml': `scenario: Nothing is expected
description: A file that proves nothing.
steps:
  - advance: 1h
`,
  'misspelt.yaml': 'scenario: A word that does not exist\ndescription: D\nsteps:\n  - entra.asign: { group: Sales }\n',
}

/** Runs of ours, of every outcome that our own receiver can have. */
export async function sampleRun(): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-sample-'))
  try {
    mkdirSync(join(folder, 'scenarios'))
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, 'scenarios', name), text)
    const { run } = await runFiles(['scenarios'], {
      kinds: await shippedPrograms(),
      root: folder,
      record: 'all',
      explain: explainRun(await shippedPrograms()),
    })
    return { ...run, durationMs: 950, scenarios: run.scenarios.map((one) => ({ ...one, durationMs: 200 })) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const OTHERS: Readonly<Partial<Record<RunResult['scenarios'][number]['outcome'], string>>> = {
  skipped: 'https://scim.example.com does not have what the scenario needs: delete',
  error: 'The request was: PATCH https://scim.example.com/Users/4711',
  protected: 'POST https://scim.example.com/Users was answered with an account that is not the run’s.',
}

function withEveryOutcome(run: RunResult): RunResult {
  const like = run.scenarios.find(({ outcome }) => outcome === 'unproven')
  if (!like) throw new Error('the sample has no run to take for one of another outcome')
  const others = Object.entries(OTHERS).map(([outcome, message]) => {
    return { ...like, outcome: outcome as keyof typeof OTHERS, file: `scenarios/${outcome}.yaml`, message }
  })
  return { ...run, scenarios: [...run.scenarios, ...others] }
}

export interface SamplePages {
  /** With every life in full. */
  readonly test: string
  readonly run: string
  /** Runs of the outcomes too that only a foreign target, or a mistake of ours, can have. */
  readonly outcomes: string
  /** The same with the beginning of two lives: axe looks at every element. */
  readonly short: string
  readonly works: string
  readonly hostile: string
  /** All three suites. */
  readonly suites: string
  /** The gallery's only, of an endpoint that answers with markup. */
  readonly gallery: string
}

export async function samplePages(): Promise<SamplePages> {
  const [result, run] = [await sampleTest(THREE_BUGS), await sampleRun()]
  return {
    test: testPage(result),
    run: runPage(run),
    outcomes: runPage(withEveryOutcome(run)),
    short: testPage(shortened(result)),
    works: testPage(shortened(await sampleTest([]))),
    hostile: testPage(shortened(await sampleTest(['conflict-answers-500'], hostile))),
    suites: suitesPage(await sampleSuites()),
    gallery: suitesPage(await sampleSuites(['entra-gallery'], hostile)),
  }
}

function shortened(result: TestResult): TestResult {
  const recordings = result.recordings
    .slice(0, 2)
    .map((recording) => ({ ...recording, steps: recording.steps.slice(0, 7) }))
  return { ...result, recordings }
}
