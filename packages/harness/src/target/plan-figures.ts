// What a run makes and asks, counted where it happens: at an endpoint in this process, before anything is sent to the real one.
import type { Send } from '@scimulator/shared/provisioning'
import { announcedIn } from './postings.ts'
import { readAddress } from './read-address.ts'
import { RESOURCE_KINDS, type ResourceKind } from './resource-kind.ts'

export interface PlanFigures {
  /** Names as the endpoint will see them, in the order in which they are made. */
  readonly names: Readonly<Record<ResourceKind, readonly string[]>>
  /** The highest number that each scenario has there at one time. */
  readonly mostOfEach: readonly Readonly<Record<ResourceKind, number>>[]
  /** By method and endpoint, such as `POST /Users`. */
  readonly requests: ReadonlyMap<string, number>
}

export interface PlanCounter {
  counting(send: Send): Send
  /** A scenario has ended, and cleaned up. */
  endScenario(): void
  figures(): PlanFigures
}

/** @param base of the endpoint at which the run is counted */
export function createPlanCounter(base: string): PlanCounter {
  const names = { Users: [] as string[], Groups: [] as string[] }
  const there = { Users: 0, Groups: 0 }
  let most = { Users: 0, Groups: 0 }
  const mostOfEach: Record<ResourceKind, number>[] = []
  const requests = new Map<string, number>()

  function count(kind: ResourceKind, by: number): void {
    there[kind] += by
    most[kind] = Math.max(most[kind], there[kind])
  }

  return {
    counting: (send) => async (request) => {
      const address = readAddress(request.url, base)
      const endpoint =
        'endpoint' in address ? `/${address.endpoint}` : `/${address.kind === 'other' ? 'others' : address.kind}`
      const line = `${request.method} ${endpoint}`
      requests.set(line, (requests.get(line) ?? 0) + 1)
      const exchange = await send(request)
      if ((exchange.response?.status ?? 500) >= 300) return exchange
      for (const { kind, name } of announcedIn(request, base)) {
        names[kind].push(name)
        count(kind, 1)
      }
      if (request.method === 'DELETE' && address.kind === 'resource') count(address.endpoint, -1)
      return exchange
    },
    endScenario() {
      mostOfEach.push(most)
      most = { ...there }
    },
    figures: () => ({ names, mostOfEach: [...mostOfEach, most], requests }),
  }
}

export interface PlanSurroundings {
  readonly url: string
  /** How many are there already. */
  readonly there: Readonly<Record<ResourceKind, number>>
  /** Requests per second at most. */
  readonly rate: number | undefined
  readonly parallel: number
  readonly runId: string
  /** How many a run may hold at a time. */
  readonly limits: Readonly<Record<ResourceKind, number>>
  /** Names of those that are there, may be changed and are put back. */
  readonly adopted?: readonly string[]
}

const MOST_NAMES = 10

/** The highest number that can be there at one time: those scenarios together that have most, and never more than the limit. */
function mostAtATime(
  kind: ResourceKind,
  { mostOfEach }: Pick<PlanFigures, 'mostOfEach'>,
  { parallel, limits }: Pick<PlanSurroundings, 'parallel' | 'limits'>,
): number {
  const together = mostOfEach.map((most) => most[kind]).sort((a, b) => b - a)
  return Math.min(
    limits[kind],
    together.slice(0, parallel).reduce((sum, one) => sum + one, 0),
  )
}

/** For people: names, counts, the highest number at a time, requests by kind, the rate. */
export function planText(figures: PlanFigures, where: PlanSurroundings): string {
  const { names, requests } = figures
  const { url, there, rate, parallel, runId, limits, adopted = [] } = where
  const together = parallel > 1 ? `, ${parallel} scenarios at a time` : ''
  const total = [...requests.values()].reduce((sum, count) => sum + count, 0)
  return [
    `At ${url} there are ${there.Users} users and ${there.Groups} groups. The run ${runId} would create there:`,
    ...RESOURCE_KINDS.flatMap((kind) => kindLines(kind, names[kind], mostAtATime(kind, figures, where))),
    ...(adopted.length === 0 ? [] : [`It may change, and puts back at the end: ${shortList(adopted)}`]),
    `A run holds at most ${limits.Users} accounts (--max-accounts) and ${limits.Groups} groups at a time, all scenarios together. All of them are deleted at the end.`,
    `Requests: about ${total}, beside those that watch who is there already${together}; ${rate === undefined ? 'as fast as they are answered' : `${rate} a second at most`}.`,
    ...[...requests]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([line, count]) => `  ${String(count).padStart(6)}  ${line}`),
    'An endpoint may send invitations to new accounts, or count them as seats that are paid for.',
  ].join('\n')
}

function shortList(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
  return `${names.slice(0, MOST_NAMES).join(', ')}${more}`
}

function kindLines(kind: ResourceKind, names: readonly string[], most: number): string[] {
  const distinct = [...new Set(names)]
  const shown = distinct.slice(0, MOST_NAMES).map((name) => `    ${name}`)
  const more = distinct.length > MOST_NAMES ? [`    and ${distinct.length - MOST_NAMES} more names`] : []
  return [`  ${names.length} ${kind.toLowerCase()}, at most ${most} at a time`, ...shown, ...more]
}
