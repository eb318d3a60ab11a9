import { VerbError } from '@scimulator/shared/behaviour'
import type { SyncSourceKind } from '../values/sync-source.ts'

/** What the first page of the wizard has shown, and nothing has saved yet. No request is let in by its token. */
export interface SourceDraft {
  readonly id: string
  readonly organisation: string
  readonly kind: SyncSourceKind
  readonly tokenHash: string
  readonly tokenLifetimeMs: number
  readonly begunAt: number
}

const KEPT_MS = 60 * 60_000

/** Drafts of sync sources, in memory; each is kept for an hour. */
export class SourceDrafts {
  readonly #held = new Map<string, SourceDraft>()

  begin(draft: SourceDraft): void {
    for (const { id, begunAt } of this.#held.values()) if (draft.begunAt - begunAt >= KEPT_MS) this.#held.delete(id)
    this.#held.set(draft.id, draft)
  }

  /** @throws VerbError not-found */
  get(organisation: string, id: string, now: number): SourceDraft {
    const draft = this.#held.get(id)
    if (draft?.organisation === organisation && now - draft.begunAt < KEPT_MS) return draft
    throw new VerbError(
      'not-found',
      `There is no draft "${id}" in ${organisation}; a draft is kept for an hour. Begin again with begin-sync-source.`,
    )
  }

  discard(id: string): void {
    this.#held.delete(id)
  }

  clear(): void {
    this.#held.clear()
  }
}
