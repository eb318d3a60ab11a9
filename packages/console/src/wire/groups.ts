// Exchanges that belong together, under a head that sums them up, and between them what is no exchange.
import type { Happening } from './happenings.ts'
import { objectOf } from './playhead.ts'
import { type Head, isNothing, type Outcome, outcomeOf, senderName } from './sentences.ts'

export const GROUPINGS = ['person', 'activity', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface GroupRow {
  readonly kind: 'group'
  readonly key: string
  /** A person within an activity stands one below it. */
  readonly level: 1 | 2
  readonly title: string
  readonly count: number
  /** The worst of their answers; null where there was none. */
  readonly status: number | null
  readonly marks: Head['marks']
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

/** Of more exchanges than that only the heads of their groups are shown at first. */
const MOST_OPEN = 1_000

/** Which groups are open: all while there are few exchanges, and of many those in which somebody looks at one. */
export interface Folding {
  /** Keys of the groups that somebody has opened or closed by hand. */
  readonly toggled: ReadonlySet<string>
  /** Numbers of the exchanges that are looked at: where the playhead is, and the one that is open. */
  readonly looked: readonly (number | undefined)[]
}

/** @param happenings oldest first; each stands before the first exchange or group that is later */
export function rowsOf(
  heads: readonly Head[],
  grouping: Grouping,
  folding: Folding,
  happenings: readonly Happening[] = [],
): readonly WireRow[] {
  const rows = grouping === 'none' ? heads.map(exchangeRow) : groupRows(heads, grouping, isOpenIn(heads, folding))
  return happenings.length === 0 ? rows : withBetween(rows, grouping, happenings)
}

function isOpenIn(heads: readonly Head[], { toggled, looked }: Folding): (group: Group) => boolean {
  const isMany = heads.length > MOST_OPEN
  const isLookedAt = ({ heads: own }: Group): boolean => looked.some((seq) => own.some((head) => head.seq === seq))
  return (group) => (isMany ? isLookedAt(group) : true) !== toggled.has(group.key)
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
    const place =
      row.kind === 'group'
        ? row.level === 1
          ? row.first
          : 0
        : row.kind === 'exchange' && grouping === 'none'
          ? row.head.seq
          : 0
    for (; (happenings[next]?.seq ?? place) < place; next += 1) all.push(happeningRow(happenings[next] as Happening))
    all.push(row)
  }
  return [...all, ...happenings.slice(next).map(happeningRow)]
}

function happeningRow(happening: Happening): WireRow {
  return { kind: 'happening', happening }
}

type IsOpen = (group: Group) => boolean

/** By activity each has the people that it was about, where they are more than one. */
function groupRows(heads: readonly Head[], grouping: Grouping, isOpen: IsOpen): readonly WireRow[] {
  return gathered(heads, grouping).flatMap((group) => {
    const people = grouping === 'activity' ? gathered(group.heads, 'person') : []
    if (!isOpen(group) || people.length < 2) return groupWith(group, 1, grouping, isOpen)
    return [rowOf(group, 1, grouping, true), ...people.flatMap((one) => groupWith(one, 2, 'person', isOpen))]
  })
}

function groupWith(group: Group, level: 1 | 2, grouping: Grouping, isOpen: IsOpen): readonly WireRow[] {
  const open = isOpen(group)
  const row = rowOf(group, level, grouping, open)
  return open ? [row, ...group.heads.map(exchangeRow)] : [row]
}

function rowOf({ key, heads }: Group, level: 1 | 2, grouping: Grouping, isOpen: boolean): GroupRow {
  return { kind: 'group', key, level, ...summed(heads, grouping), isOpen }
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

function summed(heads: readonly Head[], grouping: Grouping): Omit<GroupRow, 'kind' | 'key' | 'level' | 'isOpen'> {
  const worst = heads.reduce((one, head) => (badness(head) > badness(one) ? head : one))
  const own = heads.flatMap(({ effects }) =>
    effects.filter(({ object, action }) => SUMMED.has(object) && !isNothing(action)),
  )
  const actions = [...new Set(own.map(({ action }) => action))].slice(0, 3)
  return {
    title: grouping === 'activity' ? activityTitle(heads[0]) : personTitle(heads),
    count: heads.length,
    outcome: outcomeOf(worst),
    status: worst.status,
    marks: [...new Set(heads.flatMap(({ marks }) => marks))],
    actions,
    first: heads[0]?.seq ?? 0,
  }
}

const SUMMED: ReadonlySet<string> = new Set(['member', 'user group', 'user', 'group'])

function badness(head: Head): number {
  return WORST.indexOf(outcomeOf(head)) * 1_000 + (head.status ?? 999)
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
