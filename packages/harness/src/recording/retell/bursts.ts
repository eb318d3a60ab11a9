// What went over the wire in one go: a cycle of Entra ID begins by asking for a name that nobody has (Microsoft: Develop a SCIM endpoint).
import { foundIn, type ToldExchange, type Write, writeOf } from './writes.ts'

export interface Burst {
  readonly startedAt: number
  readonly kind: 'cycle' | 'restart' | 'on-demand' | 'test'
  readonly exchanges: readonly ToldExchange[]
  readonly writes: readonly Write[]
}

/** Every forty minutes (Microsoft: How application provisioning works). */
const USUAL_MINUTES = 40
/** A cycle may start late; nobody presses a button within these of one. */
const SLACK_MS = 60_000

export function burstsOf(told: readonly ToldExchange[], cycleMs: number): readonly Burst[] {
  const parts = partsOf(told)
  let start: number | undefined
  let previous: number | undefined
  return parts.map((exchanges) => {
    const startedAt = exchanges[0]?.exchange.startedAt ?? 0
    const kind = kindOf(exchanges, cycleMs, start, previous)
    if (kind === 'cycle' || kind === 'restart') [start, previous] = [startedAt, startedAt]
    return { startedAt, kind, exchanges, writes: exchanges.flatMap((one) => writeOf(one) ?? []) }
  })
}

/** How often cycles come: in the usual way if any did, else at the shortest distance that comes again. */
export function minutesOfCycles(told: readonly ToldExchange[]): number {
  const starts = partsOf(told).map(([first]) => first?.exchange.startedAt ?? 0)
  const gaps = starts.slice(1).map((at, n) => Math.round((at - (starts[n] ?? 0)) / 60_000))
  if (gaps.includes(USUAL_MINUTES)) return USUAL_MINUTES
  const again = gaps.filter((gap, n) => gap > 0 && gaps.indexOf(gap) !== n)
  return again.length === 0 ? USUAL_MINUTES : Math.min(...again)
}

function partsOf(told: readonly ToldExchange[]): readonly (readonly ToldExchange[])[] {
  const parts: ToldExchange[][] = []
  for (const one of told) {
    const last = parts.at(-1)
    const isNew = !last || (one.recognised.purpose === 'probe' && !isSecondOfTest(one, last))
    if (isNew) parts.push([one])
    else last.push(one)
  }
  return parts
}

/** A test asks for a user and for a group. */
function isSecondOfTest({ exchange }: ToldExchange, last: readonly ToldExchange[]): boolean {
  return last.length === 1 && /\/Groups\?/.test(exchange.request.url)
}

function kindOf(
  exchanges: readonly ToldExchange[],
  cycleMs: number,
  start: number | undefined,
  previous: number | undefined,
): Burst['kind'] {
  if (exchanges.some(({ recognised }) => recognised.activity === 'on-demand')) return 'on-demand'
  if (exchanges.some(({ recognised }) => recognised.activity === 'test') || isTest(exchanges)) return 'test'
  const startedAt = exchanges[0]?.exchange.startedAt ?? 0
  if (start === undefined || previous === undefined) return 'cycle'
  const rest = (startedAt - start) % cycleMs
  const isDue = startedAt - previous >= cycleMs - SLACK_MS && (rest < SLACK_MS || rest > cycleMs - SLACK_MS)
  if (isDue) return 'cycle'
  return aboutHowMany(exchanges) <= 1 ? 'on-demand' : 'restart'
}

function isTest(exchanges: readonly ToldExchange[]): boolean {
  return exchanges.length === 2 && exchanges.every(({ recognised }) => recognised.purpose === 'probe')
}

/** Users and groups that are asked for or written. */
function aboutHowMany(exchanges: readonly ToldExchange[]): number {
  const about = new Set<string>()
  for (const one of exchanges) {
    const write = writeOf(one)
    if (write && write.op !== 'create') about.add(write.key)
    for (const { id } of foundIn(one)) about.add(id)
    if (one.recognised.purpose === 'match' && foundIn(one).length === 0) about.add(one.exchange.request.url)
  }
  return about.size
}
