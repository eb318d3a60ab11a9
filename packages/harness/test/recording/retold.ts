// Our own scenarios, recorded and redacted as `scimulator record` does it, told again, and held against what was recorded: the same writes
// in the same order, and the same directory in the end.
import { redactExchange } from '@scimulator/shared/http'
import type { Exchange } from '@scimulator/shared/provisioning'
import { combinationTitle, loadScenario, shippedPrograms } from '../../src/index.ts'
import { createPseudonyms } from '../../src/recording/pseudonyms.ts'
import { recognise } from '../../src/recording/recognise/recognise.ts'
import { redactPeople } from '../../src/recording/redact-people.ts'
import { retell } from '../../src/recording/retell/retell.ts'
import { runWatched, type Told, toldRunner } from '../../src/run/run-told.ts'
import { SCENARIOS } from './own-recordings.ts'

export interface RetoldRun {
  readonly title: string
  readonly outcome: 'same' | 'other writes' | 'another directory'
  readonly why: string
}

export const runTold = await toldRunner()
const kinds = await shippedPrograms()
const BASE = 'http://receiver.scimulator.test/organisations/default/scim/v2'

/** Undefined where nothing is written, or by nobody whom the engines know, so that there is nothing to tell. */
export async function retoldRun(path: string): Promise<RetoldRun | undefined> {
  const scenario = await loadScenario(path, SCENARIOS)
  const [combination = {}] = scenario.combinations
  const seen = await runWatched(scenario, combination, { kinds, isInProcess: true })
  const writes = seen.exchanges.filter(isWrite).length
  const isKnown = recognise(seen.exchanges).some(({ sender }) => /^(entra|jumpcloud)/.test(sender))
  if (writes === 0 || !isKnown) return undefined
  const names = createPseudonyms('a key that nobody guesses')
  const exchanges = seen.exchanges.map((one) => redactPeople(redactExchange(one, new Set()), names))
  const title = `${scenario.file} [${combinationTitle(combination)}]`
  let last: Told | undefined
  const retold = await retell({ exchanges, base: BASE, personalData: 'replaced', isCut: false }, async (text) => {
    const told = await runTold(text)
    last = told
    return told
  })
  const isAllTold = retold.same === writes && retold.writes === writes
  if (!isAllTold || retold.told.some((line) => /^It stops|does not send the same/.test(line)))
    return { title, outcome: 'other writes', why: retold.told.join(' ') }
  const wire = JSON.stringify(seen.exchanges)
  const isShown = ({ value }: Told['users'][number]) =>
    wire.includes(`\\"id\\":\\"${String((value as { id?: unknown }).id)}\\"`)
  // Whom no exchange shows the recording does not know, nor that they are in a group.
  const wanted = directoryOf(seen, isShown, (one) => redactPeople(one, names))
  const found = directoryOf(
    last ?? seen,
    () => true,
    (one) => one,
  )
  const different = wanted.find((line) => !found.includes(line)) ?? found.find((line) => !wanted.includes(line))
  return different === undefined
    ? { title, outcome: 'same', why: '' }
    : { title, outcome: 'another directory', why: different }
}

function isWrite({ request }: Exchange): boolean {
  return request.method !== 'GET' && /\/(Users|Groups)(\/|\?|$)/.test(request.url)
}

/** One line a resource, without what is another one in each run: ids, times, versions. */
function directoryOf(
  { users, groups, exchanges }: Told,
  isShown: (item: Told['users'][number]) => boolean,
  redacted: (exchange: Exchange) => Exchange,
): readonly string[] {
  const tests = testUsers(exchanges)
  const known = users.filter((one) => isShown(one) && !tests.has(one.key))
  const names = new Set([...known, ...groups.filter(isShown)].map(({ key }) => key))
  const exchange = (place: string, Resources: readonly unknown[]): Exchange => ({
    request: { method: 'GET', url: `${BASE}/${place}`, headers: [] },
    response: { status: 200, headers: [], body: JSON.stringify({ Resources }) },
    startedAt: 0,
    durationMs: 0,
  })
  const lines = (place: string, items: Told['users']) => {
    const values = items.map(({ value }) => plain(value as Record<string, unknown>, names))
    const { response } = redacted(exchange(place, values))
    return JSON.parse(response?.body ?? '{}').Resources.map(
      (one: unknown) => `${place} ${JSON.stringify(inOrder(one)).replace(IDS, '#')}`,
    )
  }
  return [...lines('Users', known), ...lines('Groups', groups.filter(isShown))].sort()
}

/** Whom JumpCloud's tests of the connection make up: anew in a redacted recording. */
function testUsers(exchanges: readonly Exchange[]): ReadonlySet<string> {
  const recognised = recognise(exchanges)
  return new Set(
    exchanges.flatMap(({ request }, at) => {
      const name =
        recognised[at]?.activity === 'test' ? /"userName":"([^"]+)"/.exec(request.body ?? '')?.[1] : undefined
      return name === undefined ? [] : [name]
    }),
  )
}

/** Names in the order of the alphabet, and lists in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  )
}

const IDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g

function plain(
  { id: _id, meta: _meta, groups: _groups, members, ...rest }: Record<string, unknown>,
  names: ReadonlySet<string>,
): object {
  const named = Array.isArray(members)
    ? { members: members.filter((one) => names.has(one)).map((value) => ({ value: { userName: value } })) }
    : {}
  return { ...rest, ...named }
}
