import type { Import } from './job.ts'

/** What came of one job. */
export interface Outcome {
  /** How it failed, in the words of a task; absent where it did not. */
  readonly failed?: string
  /** The endpoint wants fewer requests, which `failed` says in words; seconds that it names, if it names whole ones (O601, O602). */
  readonly busy?: { readonly seconds?: number }
  /** The profile was not written, since updates are off. */
  readonly leavesProfile?: true
  /** The endpoint's id of the person or group. */
  readonly targetId?: string
  /** Of a group: who was written, and under which name. */
  readonly written?: { readonly name: string; readonly members: readonly string[] }
  /** Of an import: what has been read, and where the next page begins. */
  readonly read?: Omit<Import, 'kind'>
  /** What was done, for the System Log: its events in order. */
  readonly did: readonly string[]
}
