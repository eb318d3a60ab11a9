// Starts cycles when they are due. Cycles of one job follow one another; several jobs run side by side.
import type { Schedule, ScheduleEntry } from '@scimulator/shared/runtime'
import type { EntraView } from '../state/state.ts'

export class CycleRunner {
  readonly #schedule: Schedule
  readonly #view: EntraView
  readonly #run: (jobId: string) => Promise<void>
  readonly #armed = new Map<string, ScheduleEntry>()
  readonly #running = new Map<string, Promise<void>>()

  constructor(schedule: Schedule, view: EntraView, run: (jobId: string) => Promise<void>) {
    this.#schedule = schedule
    this.#view = view
    this.#run = run
  }

  /** Plans the next cycle of a job as its state says, instead of what was planned before. */
  arm(jobId: string): void {
    this.#armed.get(jobId)?.cancel()
    this.#armed.delete(jobId)
    const due = this.#view.jobs.get(jobId)?.nextCycleAt
    if (due === null || due === undefined) return
    this.#armed.set(
      jobId,
      this.#schedule.at(due, 'entra', () => this.runDue(jobId), this.#label(jobId)),
    )
  }

  #label(jobId: string): string {
    const job = this.#view.jobs.get(jobId)
    const app = this.#view.servicePrincipals.get(job?.servicePrincipalId ?? '')
    return `${job?.watermark === null ? 'initial' : 'incremental'} cycle of ${app?.displayName ?? jobId}`
  }

  armAll(): void {
    for (const jobId of new Set([...this.#armed.keys(), ...this.#view.jobs.keys()])) this.arm(jobId)
  }

  /** Runs the cycle that is due, after the one that may be under way. Resolves when it has settled. */
  async runDue(jobId: string): Promise<void> {
    await this.#running.get(jobId)
    const due = this.#view.jobs.get(jobId)?.nextCycleAt
    if (due === null || due === undefined || due > this.#schedule.now()) return
    await this.exclusive(jobId, () => this.#run(jobId))
    this.arm(jobId)
  }

  /** Does some work of a job while no cycle of it runs. */
  async exclusive<Result>(jobId: string, work: () => Promise<Result>): Promise<Result> {
    while (this.#running.has(jobId)) await this.#running.get(jobId)
    const result = work()
    const settled = result.then(
      () => {},
      () => {},
    )
    this.#running.set(jobId, settled)
    try {
      return await result
    } finally {
      if (this.#running.get(jobId) === settled) this.#running.delete(jobId)
    }
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values())
  }

  close(): void {
    for (const entry of this.#armed.values()) entry.cancel()
    this.#armed.clear()
  }
}
