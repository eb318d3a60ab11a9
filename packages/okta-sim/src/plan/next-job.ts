// Which job of an application is the next (O601, O618). Pure.
import type { Behaviour } from '../behaviour.ts'
import type { Job, Work } from '../values/job.ts'

/** The first, or where one that waits holds nobody else back, the first that may go now; else the one whose time comes first. */
export function nextJob(jobs: readonly Job[], now: number, { rateLimitHolds }: Behaviour): Job | undefined {
  const [first] = jobs
  if (first === undefined || rateLimitHolds === 'application') return first
  const subjects = new Set<string>()
  // Of two about the same the later never overtakes.
  const heads = jobs.filter(({ work }) => !subjects.has(subjectOf(work)) && subjects.add(subjectOf(work)))
  return heads.find(({ due }) => due <= now) ?? heads.reduce((one, other) => (other.due < one.due ? other : one))
}

/** Whom or what a piece of work is about; a later one of the same replaces what failed. */
export function subjectOf(work: Work): string {
  if (work.kind === 'push-group') return work.pushId
  if (work.kind === 'import') return 'import'
  return work.kind === 'delete-group' ? work.targetId : work.userId
}
