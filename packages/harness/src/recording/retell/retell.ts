// From a recording to a scenario: tells it, runs what is told, and says where the engines do not send what was sent. Who runs it is handed
// in, because a recording knows no world.
import type { ViewItem } from '@scimulator/shared/behaviour'
import type { Exchange } from '@scimulator/shared/provisioning'
import { BadInput } from '../../written/problem.ts'
import { scenarioText } from '../../written/scenario-text.ts'
import { type Recognised, recognise, senderText } from '../recognise/recognise.ts'
import type { Traffic } from '../replay/read-traffic.ts'
import { type PlainWrite, partsAt, plainWrites } from './same-writes.ts'
import { sideBySide } from './side-by-side.ts'
import { tellEntra } from './tell-entra.ts'
import { tellJumpCloud } from './tell-jumpcloud.ts'
import { objectIn, type ToldExchange, writeOf } from './writes.ts'

/** Runs the text of a scenario. */
export type RunTold = (text: string) => Promise<{
  readonly exchanges: readonly Exchange[]
  /** What stopped it. */
  readonly problem?: string
  /** The directory that it has ended in. */
  readonly users: readonly ViewItem[]
  readonly groups: readonly ViewItem[]
}>

export interface Retold {
  readonly text: string
  /** How many writes the recording has of the sender that is told, and how many come back before the first that does not. */
  readonly writes: number
  readonly same: number
  /** One line each: how much comes back, where it parts and why, and who is left out. */
  readonly told: readonly string[]
}

/** @throws BadInput where nothing in it was sent by somebody whom our engines know */
export async function retell(traffic: Traffic, run: RunTold): Promise<Retold> {
  const recognised = recognise(traffic.exchanges)
  const all = traffic.exchanges.map((exchange, at) => ({ at, exchange, recognised: recognised[at] as Recognised }))
  const of = (sender: RegExp) => all.filter((one) => sender.test(one.recognised.sender))
  const [ofEntra, ofJumpCloud] = [of(/^entra/), of(/^jumpcloud$/)]
  const sides = sidesOf(ofEntra, ofJumpCloud)
  const own = sides.flat().sort((a, b) => a.at - b.at)
  if (own.length === 0)
    throw new BadInput('Nothing in it was sent by Entra ID or JumpCloud, so that our engines cannot tell it.')
  // A recording does not say which receiver has answered.
  const first = await toldAt('lark', own, run)
  const best = first.isWhole && first.others === 0 ? first : better(first, await toldAt('rfc', own, run))
  const { text, writes, same } = best
  return { text, writes, same, told: [...toldLines(best), ...leftOut(all, own)] }
}

/** Both where both write, the one that begins first before the other; else the one that has sent more. */
function sidesOf(one: readonly ToldExchange[], other: readonly ToldExchange[]): readonly (readonly ToldExchange[])[] {
  const writing = [one, other].filter((side) => side.some((exchange) => writeOf(exchange) !== undefined))
  if (writing.length < 2) return [other.length > one.length ? other : one]
  return [...writing].sort(([a], [b]) => (a?.at ?? 0) - (b?.at ?? 0))
}

type Profile = 'lark' | 'rfc'

/** What came of a try. */
interface Tried {
  readonly text: string
  readonly writes: number
  readonly same: number
  readonly isWhole: boolean
  readonly why: readonly string[]
  /** How many writes were answered otherwise than in the recording. */
  readonly others: number
  /** An exchange that an endpoint of ours would have let pass. */
  readonly strange: number | undefined
}

function better(one: Tried, other: Tried): Tried {
  if (one.isWhole !== other.isWhole) return one.isWhole ? one : other
  if (one.same !== other.same) return one.same > other.same ? one : other
  return other.others < one.others ? other : one
}

/** So many refusals of an endpoint are taken for its own at most. */
const MOST_STRANGE = 6

/** Where the endpoint has refused what one of ours would not refuse, its answer is given instead, as a fault. */
async function toldAt(profile: Profile, own: readonly ToldExchange[], run: RunTold): Promise<Tried> {
  const strange = new Set<number>()
  let best = await tried(profile, own, strange, run)
  while (best.strange !== undefined && strange.size < MOST_STRANGE) {
    for (const at of alike(best.strange, own)) strange.add(at)
    const next = await tried(profile, own, strange, run)
    if (next.same < best.same || next.strange === best.strange) break
    best = next
  }
  return best
}

/** It, and the same request with the same answer at other times. */
function alike(strange: number, own: readonly ToldExchange[]): readonly number[] {
  const textOf = ({ exchange: { request, response } }: ToldExchange) =>
    JSON.stringify([request.method, request.url, request.body, response?.status, response?.body])
  const one = own.find(({ at }) => at === strange)
  return one ? own.filter((other) => textOf(other) === textOf(one)).map(({ at }) => at) : [strange]
}

async function tried(
  profile: Profile,
  own: readonly ToldExchange[],
  strange: ReadonlySet<number>,
  run: RunTold,
): Promise<Tried> {
  const { given, steps } = stepsFor(profile, own, strange)
  const write = (expect: readonly object[]) => scenarioText({ ...HEAD, given, steps, expect })
  const seen = await run(write([]))
  const recorded = plainWrites(
    own.map(({ exchange }) => exchange),
    (n) => own[n]?.recognised.activity === 'test',
  )
  const again = recognise(seen.exchanges)
  const told = plainWrites(seen.exchanges, (n) => again[n]?.activity === 'test')
  const at = partsAt(recorded, told)
  const isWhole = at === undefined && seen.problem === undefined
  const pairs = recorded.slice(0, at).map((one, n) => [one, told[n]] as const)
  const refused = pairs.findLast(([one, other]) => (one.status ?? 0) >= 400 && one.status !== other?.status)
  return {
    text: write(expectationsOf(seen)),
    writes: recorded.length,
    same: at ?? recorded.length,
    isWhole,
    why: whyNot(at, { recorded, told, own, problem: seen.problem }),
    others: pairs.filter(([one, other]) => one.answer !== other?.answer).length,
    strange: refused ? own[refused[0].at]?.at : isWhole ? undefined : strangeRead(own, seen.exchanges, strange),
  }
}

/** The first read that ours answers otherwise: it has what the endpoint did not show, or lets through what was refused. */
function strangeRead(
  own: readonly ToldExchange[],
  told: readonly Exchange[],
  strange: ReadonlySet<number>,
): number | undefined {
  for (const [n, { at, exchange }] of own.entries()) {
    const ours = told[n]
    if (!ours || placeOf(ours) !== placeOf(exchange)) return undefined
    if (exchange.request.method !== 'GET' || strange.has(at)) continue
    const isNothing = exchange.response?.status !== 200 || resultsIn(exchange) === 0
    const isOther = exchange.response?.status !== ours.response?.status || resultsIn(exchange) !== resultsIn(ours)
    if (isOther) return isNothing ? at : undefined
  }
  return undefined
}

/** What is asked, apart from ids and whom it names. */
function placeOf({ request: { method, url } }: Exchange): string {
  const { pathname, searchParams } = new URL(url)
  const kind = /\/(Users|Groups)(\/?)/.exec(pathname)
  return [method, kind?.[1], kind?.[2], (searchParams.get('filter') ?? '').split(' ')[0]].join(' ')
}

function resultsIn({ response }: Exchange): number | undefined {
  const total = objectIn(response?.body).totalResults
  return typeof total === 'number' ? total : undefined
}

const HEAD = {
  scenario: 'Told from a recording',
  description: 'What must have happened at the identity provider, so that it sends what was recorded.',
}

function stepsFor(
  profile: Profile,
  own: readonly ToldExchange[],
  strange: ReadonlySet<number>,
): { readonly given: object; readonly steps: readonly object[] } {
  const receiver = { profile, ...(own.some(showsMembers) ? { deviations: ['members-despite-excluded'] } : {}) }
  const sides = sidesOf(
    own.filter(({ recognised }) => recognised.sender !== 'jumpcloud'),
    own.filter(({ recognised }) => recognised.sender === 'jumpcloud'),
  ).map((side) => ({ own: side, ...toldSide(side, strange) }))
  const given = Object.assign({ receiver }, ...sides.map((side) => side.given))
  return { given, steps: sideBySide(sides, profile === 'lark') }
}

function toldSide(own: readonly ToldExchange[], strange: ReadonlySet<number>) {
  if (own[0]?.recognised.sender !== 'jumpcloud') {
    const hasFlag = own.some(({ recognised: { sender } }) => sender === 'entra')
    return tellEntra(own, { hasFlag, strange })
  }
  const { given, steps } = tellJumpCloud(own, strange)
  return { given: { jumpcloud: given }, steps }
}

/** Of a group, members that were to be left out. */
function showsMembers({ exchange: { request, response } }: ToldExchange): boolean {
  return /[?&]excludedAttributes=members/.test(request.url) && /"members":\[\{/.test(response?.body ?? '')
}

/** The directory that it ends in, in short. */
function expectationsOf({ users, groups }: Awaited<ReturnType<RunTold>>): readonly object[] {
  const active = ({ value }: ViewItem) => ({ active: (value as { readonly active?: unknown }).active ?? true })
  const members = ({ value }: ViewItem) => ({ members: (value as { readonly members?: unknown }).members ?? [] })
  const exactly = (items: readonly ViewItem[], shown: (item: ViewItem) => object) =>
    Object.fromEntries(items.map((item) => [item.key, shown(item)]))
  return [
    { view: 'directory.users', exactly: exactly(users, active) },
    { view: 'directory.groups', exactly: exactly(groups, members) },
  ]
}

interface Parting {
  readonly recorded: readonly PlainWrite[]
  readonly told: readonly PlainWrite[]
  readonly own: readonly ToldExchange[]
  readonly problem: string | undefined
}

function whyNot(at: number | undefined, { recorded, told, own, problem }: Parting): readonly string[] {
  const stopped = problem === undefined ? [] : [`It stops: ${problem}`]
  if (at === undefined) return stopped
  const [one, other] = [recorded[at], told[at]]
  const where = one ? `From exchange ${(own[one.at]?.at ?? 0) + 1} on` : 'After the last write'
  const [was, is] = [one?.text ?? 'nothing', other?.text ?? 'nothing']
  return [
    `${where} our engine does not send the same. Recorded: ${fromThere(was, is)}. Ours: ${fromThere(is, was)}.`,
    ...stopped,
  ]
}

/** The first of it, and what is another one. */
function fromThere(text: string, other: string): string {
  const [head = ''] = text.split(' {', 1)
  let at = head.length
  while (at < text.length && text[at] === other[at]) at += 1
  return at <= head.length + 40 ? text.slice(0, 120) : `${head} … ${text.slice(at - 40, at + 80)}`
}

function toldLines({ writes, same, isWhole, why }: Tried): readonly string[] {
  const count = writes === 1 ? '1 write' : `${writes} writes`
  if (isWhole) return [`Our engine sends the ${count} of the recording, in their order.`]
  return [`Our engine sends ${same} of ${count} of the recording.`, ...why]
}

/** Who else has asked. */
function leftOut(all: readonly ToldExchange[], own: readonly ToldExchange[]): readonly string[] {
  const others = new Map<string, number>()
  const told = new Set(own)
  for (const one of all) {
    if (told.has(one)) continue
    const name = senderText(one.recognised, one.exchange.request)
    others.set(name, (others.get(name) ?? 0) + 1)
  }
  return [...others].map(([name, count]) => `Left out: ${count === 1 ? '1 request' : `${count} requests`} of ${name}.`)
}
