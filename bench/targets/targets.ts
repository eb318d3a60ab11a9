// What is to be reached, one row for each. A probe of the folder beside measures the figure; docs/performance.md shows both.

export interface Target {
  readonly id: string
  /** Rows of one matter stand under one heading. */
  readonly group: string
  readonly what: string
  /** How the figure comes about. */
  readonly measured: string
  readonly unit: string
  /** The figure is to be at most this, or at least. */
  readonly limit: number
  readonly is: 'at most' | 'at least'
}

const CPU = 'server CPU a request beside an Express 5 echo of the same body, in turns, medians'
const RATE = 'requests a second beside the other server, in turns, medians'

function row(group: string, id: string, what: string, measured: string, is: Target['is'], limit: number, unit = 'x') {
  return { group, id, what, measured, is, limit, unit } satisfies Target
}

export const TARGETS: readonly Target[] = [
  ...[10, 50].flatMap((width) => [
    row('Durable writes', `post-${width}`, `POST, node:http, ${width} connections`, CPU, 'at most', 1.25),
    row('Durable writes', `patch-${width}`, `PATCH of a title, node:http, ${width} connections`, CPU, 'at most', 1.25),
  ]),
  row('Mounted in Express', 'mounted-get', 'GET by id', CPU, 'at most', 1),
  row('Mounted in Express', 'mounted-filter', 'filter on userName', CPU, 'at most', 1),
  row('Mounted in Express', 'mounted-post', 'POST', CPU, 'at most', 1.5),
  row('Mounted in Express', 'mounted-patch', 'PATCH of a title', CPU, 'at most', 1.5),
  ...[
    ['get', 'GET by id'],
    ['filter-name', 'filter on userName'],
    ['filter-external', 'filter on externalId'],
    ['filter-email', 'filter on the work e-mail'],
  ].flatMap(([id, what]) => [
    row('Reads', `${id}-express`, `${what}, beside Express`, RATE, 'at least', 2),
    row('Reads', `${id}-scimmy`, `${what}, beside SCIMMY`, RATE, 'at least', 10),
  ]),
  row(
    'Reads',
    'compacting',
    'GET while compacting',
    'p99 at 10 connections, from the call to its end',
    'at most',
    5,
    'ms',
  ),
  row(
    'Searches without an index',
    'filter-tick',
    'filter that no index answers',
    'longest tick of the server',
    'at most',
    20,
    'ms',
  ),
  row('Searches without an index', 'sort-tick', 'sort of everybody', 'longest tick of the server', 'at most', 20, 'ms'),
  row('Searches without an index', 'filter-first', 'the same filter', 'until the first byte', 'at most', 500, 'ms'),
  row('Searches without an index', 'sort-first', 'the same sort', 'until the first byte', 'at most', 500, 'ms'),
  ...(
    [
      ['receiver', 3_000, 'a receiver'],
      ['entra', 4_000, 'a tenant of Entra ID with links and change log'],
    ] as const
  ).map(([id, limit, what]) =>
    row(
      'Memory',
      `memory-${id}`,
      what,
      'RSS with them after two collections, less RSS with none, for each person',
      'at most',
      limit,
      'bytes',
    ),
  ),
  row('Sizes', 'open', 'start from a snapshot', 'a process, until it listens', 'at most', 60, 's'),
  row(
    'Sizes',
    'generate',
    'generation of people, a group for fifty, one of a tenth of all',
    'in process',
    'at most',
    60,
    's',
  ),
  row('Sizes', 'rehearsal', 'rehearsal of everybody', 'in process, the first of a new app', 'at most', 30, 's'),
  row('Cycles', 'initial', 'initial cycle', 'two processes, durable at both ends, parallelism 8', 'at most', 60, 's'),
  row(
    'Cycles',
    'incremental-sends',
    'requests of a cycle after 100 changes',
    'beside a tenant of a thousandth',
    'at most',
    1,
  ),
  row(
    'Cycles',
    'incremental-cpu',
    'CPU of a cycle after 100 changes',
    'beside a tenant of a thousandth, in turns, medians',
    'at most',
    1.25,
  ),
  ...(
    [
      ['receiver', 'a member added or removed by PATCH'],
      ['entra', 'a cycle after one membership'],
      ['jumpcloud', 'a membership that is pushed'],
    ] as const
  ).map(([id, what]) =>
    row('Large groups', `member-${id}`, what, 'CPU beside a group of a hundredth, in turns, medians', 'at most', 1.25),
  ),
  row(
    'Large groups',
    'jumpcloud-push',
    'the initial push, for each member',
    'CPU beside a group of a tenth',
    'at most',
    1.25,
  ),
  row('Starting', 'help', '`scimulator --help`', 'beside `node -e 0`, in turns, medians', 'at most', 2),
  row('Starting', 'one-scenario', 'one scenario as a process', 'median', 'at most', 0.5, 's'),
  row('Starting', 'collection', 'the collection, for 218 runs', 'as a process', 'at most', 20, 's'),
]

export function isMet({ is, limit }: Target, value: number): boolean {
  return is === 'at most' ? value <= limit : value >= limit
}
