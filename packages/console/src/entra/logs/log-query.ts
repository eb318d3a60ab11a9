// What the filters of the provisioning logs and of the audit logs ask, as the address has it (MS8). Pure.
import type { ViewQuery } from '../../source/source.ts'
import { words } from '../words.ts'
import { startOf } from './log-period.ts'

type State = Readonly<Record<string, string | undefined>>

/** Filters that one adds, each with the word of the address, and of the query where the view reads it itself. */
export const ADDED_FILTERS = [
  ['job', words.jobId],
  ['cycle', words.cycleId],
  ['change', words.changeId],
  ['sourceSystem', words.sourceSystem],
  ['targetSystem', words.targetSystem],
] as const

export type AddedFilter = (typeof ADDED_FILTERS)[number][0]

/** Those that are on the page: chosen just now, or because the address has a value for them. */
export function addedIn(state: State): readonly AddedFilter[] {
  const chosen = new Set((state.filters ?? '').split(','))
  return ADDED_FILTERS.map(([name]) => name).filter((name) => chosen.has(name) || state[name] !== undefined)
}

/** @param now by the clock of the world */
export function logQuery(state: State, now: string | undefined): ViewQuery {
  return {
    order: 'newest',
    identity: state.identity,
    status: state.status,
    action: state.action,
    ...periodOf(state, now),
    job: state.job,
    cycle: state.cycle,
    change: state.change,
    where: systemsOf(state),
  }
}

function periodOf(state: State, now: string | undefined): ViewQuery {
  const isCustom = state.date === 'custom'
  return { from: isCustom ? state.from : startOf(state.date, now), to: isCustom ? state.to : undefined }
}

/** @param now by the clock of the world */
export function auditQuery(state: State, now: string | undefined): ViewQuery {
  return { activity: state.activity, status: state.status, ...periodOf(state, now) }
}

function systemsOf({ sourceSystem, targetSystem }: State): readonly string[] {
  return [
    ...(sourceSystem === undefined ? [] : [`sourceSystem.displayName:${sourceSystem}`]),
    ...(targetSystem === undefined ? [] : [`targetSystem.displayName:${targetSystem}`]),
  ]
}

const NARROWING = ['identity', 'activity', 'status', 'action', 'date', ...ADDED_FILTERS.map(([name]) => name)]

/** Whether anything is asked of the entries at all. */
export function isNarrowedBy(state: State): boolean {
  return NARROWING.some((name) => state[name] !== undefined)
}

/** Of a field for a local moment, which has no zone; the clock of the world is UTC. */
export function instantOf(local: string): string | undefined {
  return local === '' ? undefined : `${local.length === 16 ? `${local}:00` : local}Z`
}

export function localOf(instant: string | undefined): string {
  return instant === undefined ? '' : instant.slice(0, 16)
}
