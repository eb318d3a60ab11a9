// Dates that the directory itself keeps: passwords that expire, users whose suspension or activation is scheduled.
import type { Schedule, ScheduleEntry } from '@scimulator/shared/runtime'
import type { UserStateSchedule } from './directory/organization.ts'
import { ACTOR } from './push/pusher.ts'
import type { DirectoryEvent } from './state/directory-event.ts'
import type { OrgView } from './state/view.ts'

export interface Timekeeper {
  /** Looks whether an event has set or moved a date. */
  heard(event: DirectoryEvent): void
  resume(): void
  stop(): void
}

export function createTimekeeper(options: {
  readonly view: OrgView
  readonly schedule: Schedule
  happen(event: DirectoryEvent): void
}): Timekeeper {
  const { view, schedule, happen } = options
  let alarm: ScheduleEntry | undefined

  function rearm(): void {
    alarm?.cancel()
    const due = nextDate(view)
    alarm = due === undefined ? undefined : schedule.at(due, ACTOR, ring, 'what is planned for users')
  }

  function ring(): void {
    const now = schedule.now()
    for (const event of dueEvents(view, now)) happen(event)
    rearm()
  }

  return {
    heard(event) {
      if (setsDate(event)) rearm()
    },
    resume: rearm,
    stop: () => alarm?.cancel(),
  }
}

function setsDate(event: DirectoryEvent): boolean {
  if (event.kind === 'schedule-created' || event.kind === 'schedule-deleted') return true
  if (event.kind === 'user-created') return event.user.password_expiration_date !== null
  if (event.kind !== 'user-updated') return false
  const [before, after] = [event.before, event.after].map((user) =>
    JSON.stringify([user.password_expiration_date, user.password_never_expires, user.password_expired]),
  )
  return before !== after
}

function nextDate(view: OrgView): number | undefined {
  const dates = [
    ...[...view.expiringUsers].map((id) => expiryOf(view, id)),
    ...[...view.schedules.values()].map(({ due }) => due),
  ]
  return dates.reduce<number | undefined>((min, date) => Math.min(min ?? date, date), undefined)
}

function* dueEvents(view: OrgView, now: number): Iterable<DirectoryEvent> {
  for (const id of [...view.expiringUsers]) {
    const before = view.users.get(id)
    if (!before || expiryOf(view, id) > now) continue
    yield { kind: 'user-updated', before, after: { ...before, password_expired: true } }
  }
  for (const schedule of [...view.schedules.values()].filter(({ due }) => due <= now)) {
    yield* scheduledStates(view, schedule)
    yield { kind: 'schedule-deleted', schedule, wasCarriedOut: true }
  }
}

function* scheduledStates(view: OrgView, { userIds, state }: UserStateSchedule): Iterable<DirectoryEvent> {
  for (const id of userIds) {
    const before = view.users.get(id)
    if (!before || before.state === state) continue
    yield { kind: 'user-updated', before, after: { ...before, state, suspended: state === 'SUSPENDED' } }
  }
}

function expiryOf(view: OrgView, userId: string): number {
  const date = Date.parse(view.users.get(userId)?.password_expiration_date ?? '')
  return Number.isNaN(date) ? Number.MAX_SAFE_INTEGER : date
}
