// The whole collection as the author of another endpoint runs it: our plain receiver, over HTTP, as a foreign target.
import {
  CHANGES,
  type ChangeName,
  combinationTitle,
  findScenarioFiles,
  loadScenario,
  noticedChanges,
  type RunOutcome,
  runScenario,
  type ScenarioResult,
} from '@scimulator/harness'
import { createReceiver } from '@scimulator/receiver'

const root = import.meta.dirname
const TOKEN = 'a-token-for-the-collection'

export interface ForeignRun {
  readonly result: ScenarioResult
  readonly noticed: readonly ChangeName[]
  /** Whether groups were written and one is there in the end, and whether somebody's `active` was written. */
  readonly touches: { readonly groups: boolean; readonly active: boolean }
}

/** Every combination of every file, each against a receiver of its own. */
export async function runForeignCollection(): Promise<readonly ForeignRun[]> {
  const runs: ForeignRun[] = []
  for (const path of findScenarioFiles(['.'], root)) {
    const scenario = await loadScenario(path, root)
    for (const combination of scenario.combinations) {
      const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
      const { url } = await receiver.listen({ port: 0 })
      const target = { url: `${url}/scim/v2`, token: TOKEN }
      const [outcome] = await runScenario(scenario, { combination, root, target })
      await receiver.close()
      if (!outcome) throw new Error(`${scenario.file} [${combinationTitle(combination)}] gave no result`)
      runs.push(looked(outcome))
    }
  }
  return runs
}

function looked({ result, readings, exchanges }: RunOutcome): ForeignRun {
  const writes = exchanges.filter(({ request }) => request.method !== 'GET')
  return {
    result,
    noticed: noticedChanges(readings()),
    touches: {
      groups: groupsLeft(writes) > 0,
      active: writes.some(({ request }) => /"active"|"path":"active"/.test(request.body ?? '')),
    },
  }
}

/** How many groups the run has made and not deleted, by what went over the wire; a group that is gone has no members to look at. */
function groupsLeft(writes: RunOutcome['exchanges']): number {
  const done = writes.filter(
    ({ request, response }) => request.url.includes('/Groups') && (response?.status ?? 500) < 300,
  )
  const count = (method: string): number => done.filter(({ request }) => request.method === method).length
  return count('POST') - count('DELETE')
}

export function askedOf({ result }: ForeignRun): ScenarioResult['expectations'] {
  return [...result.steps.flatMap(({ expectations }) => expectations), ...result.expectations]
}

const SECTION = /(<!-- collection: [^\n]* -->\n\n)[\s\S]*?(<!-- \/collection -->)/

/** A page with the tables of these runs in the place that is marked for them. @throws Error when the page has no such place */
export function withCollectionSection(page: string, runs: readonly ForeignRun[]): string {
  if (!SECTION.test(page))
    throw new Error('The page has no place for the tables: <!-- collection: … --> to <!-- /collection -->')
  return page.replace(SECTION, (_, head: string, tail: string) => `${head}${collectionSection(runs)}\n${tail}`)
}

function collectionSection(runs: readonly ForeignRun[]): string {
  const asked = runs.flatMap(askedOf)
  const passed = runs.filter(({ result }) => result.outcome === 'passed')
  const lines = [
    '| | all | passed | skipped | failed |',
    '|---|---|---|---|---|',
    row(
      'runs',
      runs.map(({ result }) => result.outcome),
    ),
    row(
      'expectations',
      asked.map(({ outcome }) => outcome),
    ),
    '',
    '| code | expectations skipped |',
    '|---|---|',
    ...counted(asked.flatMap(({ skip }) => skip?.code ?? [])).map(([code, count]) =>
      `| `.concat(`\`${code}\` | ${count} |`),
    ),
    '',
    '| skipped as a whole | runs | because |',
    '|---|---|---|',
    ...counted(
      runs.filter(({ result }) => result.outcome === 'skipped').map((run) => `${run.result.file} | ${codeOf(run)}`),
    ).map(([name, count]) => `| ${name.replace(' | ', ` | ${count} | `)} |`),
    '',
    '| a change in what was read back | passed runs that notice it | that do not |',
    '|---|---|---|',
    ...CHANGES.map((change) => {
      const noticing = passed.filter(({ noticed }) => noticed.includes(change)).length
      return `| ${change} | ${noticing} | ${passed.length - noticing} |`
    }),
  ]
  return `${lines.join('\n')}\n`
}

function row(name: string, outcomes: readonly string[]): string {
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length
  return `| ${name} | ${outcomes.length} | ${count('passed')} | ${count('skipped')} | ${count('failed')} |`
}

function codeOf(run: ForeignRun): string {
  return askedOf(run).find(({ skip }) => skip)?.skip?.code ?? 'not asked'
}

function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}
