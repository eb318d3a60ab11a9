// Timers exist only as entries of a schedule: (due, actor, seq, run). A virtual schedule moves time from entry to entry, so that
// a simulated year takes as long as the work that falls into it, and the same scenario gives the same run each time.
import { beyondTime, type Clock } from './clock.ts'

export interface ScheduleEntry {
  /** Milliseconds since the epoch. */
  readonly due: number
  readonly actor: string
  cancel(): void
}

export interface Schedule extends Clock {
  /**
   * Runs `run` once when the time is `due` (a past time means: as soon as time is looked at). Ties break by actor, then by order of entry.
   * @param label what will happen, for people: `cycle of Lark`
   */
  at(due: number, actor: string, run: () => unknown, label?: string): ScheduleEntry
  /** Registers an actor that must be idle before time advances; returns a function that unregisters it. */
  addActor(actor: string, idle: () => Promise<void>): () => void
  /** When the next entry is due, or undefined when nothing is planned. */
  nextDue(): number | undefined
}

export interface VirtualSchedule extends Schedule {
  /**
   * Runs all that falls due until `to` (milliseconds since the epoch), in order, and leaves the clock there. Time never goes back.
   * @throws RangeError beyond the year 9999
   */
  advanceTo(to: number): Promise<void>
  /** Waits until every actor is idle and all that is already due has run; the clock does not move. */
  settle(): Promise<void>
  /** Lets all that is due by now run at once, and whatever that makes due, through `together`. */
  settleAtOnce(together: (runs: readonly (() => Promise<void>)[]) => Promise<unknown>): Promise<void>
}

/** Whether time stands still while something runs. */
export function isVirtual(schedule: Schedule): schedule is VirtualSchedule {
  return 'advanceTo' in schedule
}

interface Entry {
  readonly due: number
  readonly actor: string
  readonly seq: number
  readonly run: () => unknown
}

export function createVirtualSchedule(start: number): VirtualSchedule {
  const entries = new Set<Entry>()
  const actors = new Map<string, () => Promise<void>>()
  let now = start
  let seq = 0

  async function runDue(to: number): Promise<void> {
    await allIdle(actors)
    for (let next = earliest(entries); next && next.due <= to; next = earliest(entries)) {
      entries.delete(next)
      now = Math.max(now, next.due)
      await next.run()
      await allIdle(actors)
    }
  }

  return {
    now: () => now,
    at(due, actor, run) {
      seq += 1
      return planned(entries, { due, actor, seq, run })
    },
    addActor(actor, idle) {
      actors.set(actor, idle)
      return () => {
        if (actors.get(actor) === idle) actors.delete(actor)
      }
    },
    nextDue: () => earliest(entries)?.due,
    async advanceTo(to) {
      const beyond = beyondTime(to)
      if (beyond !== undefined) throw new RangeError(beyond)
      await runDue(to)
      now = Math.max(now, to)
    },
    settle: () => runDue(now),
    async settleAtOnce(together) {
      for (;;) {
        const due = [...entries].filter((one) => one.due <= now).sort((a, b) => (comesBefore(a, b) ? -1 : 1))
        for (const one of due) entries.delete(one)
        await together(
          due.map(
            ({ run }) =>
              async () =>
                void (await run()),
          ),
        )
        await allIdle(actors)
        if (due.length === 0) return
      }
    },
  }
}

function planned(entries: Set<Entry>, entry: Entry): ScheduleEntry {
  entries.add(entry)
  return { due: entry.due, actor: entry.actor, cancel: () => void entries.delete(entry) }
}

function earliest(entries: ReadonlySet<Entry>): Entry | undefined {
  let first: Entry | undefined
  for (const entry of entries) if (!first || comesBefore(entry, first)) first = entry
  return first
}

function comesBefore(a: Entry, b: Entry): boolean {
  if (a.due !== b.due) return a.due < b.due
  if (a.actor !== b.actor) return a.actor < b.actor
  return a.seq < b.seq
}

async function allIdle(actors: ReadonlyMap<string, () => Promise<void>>): Promise<void> {
  for (const [, idle] of [...actors].sort(([a], [b]) => (a < b ? -1 : 1))) await idle()
}
