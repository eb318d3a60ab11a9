// Exchanges that belong together, under a head that sums them up, and between them what is no exchange.
import type { Happening } from './happenings.ts'
import { objectOf } from './playhead.ts'
import { type Head, type Outcome, outcomeOf, senderName } from './sentences.ts'

export const GROUPINGS = ['person', 'activity', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface GroupRow {
  readonly kind: 'group'
  readonly key: string
  readonly title: string
  readonly count: number
  /** The worst of its exchanges. */
  readonly outcome: Outcome
  /** What became of it at the receiver; empty when nothing did. */
  readonly actions: readonly string[]
  readonly isOpen: boolean
  /** Number of its first exchange. */
  readonly first: number
}

export type WireRow =
  | GroupRow
  | { readonly kind: 'exchange'; readonly head: Head }
  | { readonly kind: 'happening'; readonly happening: Happening }

interface Group {
  readonly key: string
  readonly heads: Head[]
}

const WORST: readonly Outcome[] = ['good', 'watch', 'bad']

/**
 * @param closed keys of the groups whose exchanges are not shown
 * @param happenings oldest first; each stands before the first exchange or group that is later
 */
export function rowsOf(
  heads: readonly Head[],
  grouping: Grouping,
  closed: ReadonlySet<string>,
  happenings: readonly Happening[] = [],
): readonly WireRow[] {
  const rows = grouping === 'none' ? heads.map(exchangeRow) : groupRows(heads, grouping, closed)
  return happenings.length === 0 ? rows : withBetween(rows, grouping, happenings)
}

function exchangeRow(head: Head): WireRow {
  return { kind: 'exchange', head }
}

function withBetween(
  rows: readonly WireRow[],
  grouping: Grouping,
  happenings: readonly Happening[],
): readonly WireRow[] {
  const all: WireRow[] = []
  let next = 0
  for (const row of rows) {
    // Within a group nothing stands between its exchanges: they are its own, however far apart.
    const place = row.kind === 'group' ? row.first : row.kind === 'exchange' && grouping === 'none' ? row.head.seq : 0
    for (; (happenings[next]?.seq ?? place) < place; next += 1) all.push(happeningRow(happenings[next] as Happening))
    all.push(row)
  }
  return [...all, ...happenings.slice(next).map(happeningRow)]
}

function happeningRow(happening: Happening): WireRow {
  return { kind: 'happening', happening }
}

function groupRows(heads: readonly Head[], grouping: Grouping, closed: ReadonlySet<string>): readonly WireRow[] {
  return gathered(heads, grouping).flatMap(({ key, heads: own }) => {
    const isOpen = !closed.has(key)
    const group: GroupRow = { kind: 'group', key, ...summed(own, grouping), isOpen }
    return isOpen ? [group, ...own.map(exchangeRow)] : [group]
  })
}

/** In the order of their first exchange. The same person in two cycles is two groups. */
function gathered(heads: readonly Head[], grouping: Grouping): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const head of heads) {
    const run = head.run ?? 'none'
    const key = grouping === 'activity' ? `${head.sender} ${run}` : `${head.sender} ${run} ${objectOf(head)}`
    const group = groups.get(key)
    if (group) group.heads.push(head)
    else groups.set(key, { key, heads: [head] })
  }
  return [...groups.values()]
}

function summed(heads: readonly Head[], grouping: Grouping): Omit<GroupRow, 'kind' | 'key' | 'isOpen'> {
  const outcome = WORST[Math.max(...heads.map((head) => WORST.indexOf(outcomeOf(head))))] ?? 'good'
  const own = heads.flatMap(({ effects }) =>
    effects.filter(({ object }) => object === 'member' || object === 'user group'),
  )
  const actions = [...new Set(own.map(({ action }) => action))].slice(0, 3)
  return {
    title: grouping === 'activity' ? activityTitle(heads[0]) : personTitle(heads),
    count: heads.length,
    outcome,
    actions,
    first: heads[0]?.seq ?? 0,
  }
}

const ACTIVITIES: Readonly<Record<NonNullable<Head['activity']>, string>> = {
  cycle: 'Cycle',
  'on-demand': 'Provision on demand',
  test: 'Connection test',
  push: 'Push',
  import: 'Import',
}

/** `Entra ID: Cycle 3`: the piece of work that an exchange belongs to. */
export function activityTitle(head: Head | undefined): string {
  if (!head) return ''
  const what = head.activity === null ? 'Requests' : `${ACTIVITIES[head.activity]} ${head.run}`
  const whom = head.activity === 'push' && head.subject ? ` of ${head.subject.name}` : ''
  return `${senderName(head.sender)}: ${what}${whom}`
}

function personTitle(heads: readonly Head[]): string {
  const [head] = heads
  if (head?.activity === 'test') return 'Connection test'
  if (head?.purpose === 'probe') return 'Is the endpoint there?'
  // Senders know a key, and bodies have the name that people read.
  const named = heads.findLast(({ name }) => name !== null)?.name
  const who =
    named ?? heads.find(({ subject }) => subject !== null)?.subject?.name ?? head?.objectId ?? head?.path ?? ''
  return heads.some(({ object }) => object === 'group') ? `Group ${who}` : who
}
