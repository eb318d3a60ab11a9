import type { Change } from '../../directory/change.ts'
import type { StreamWrite } from '../../directory/effects.ts'
import type { Ledger } from '../../ledger.ts'
import type { LarkProfile } from '../decide/lark-profile.ts'
import type { LarkChange } from '../state/lark-change.ts'
import type { SourceDrafts } from './source-drafts.ts'

/** What every act of an administrator needs. Verbs and the admin API share it. */
export interface Desk {
  readonly ledger: Ledger
  readonly profile: LarkProfile
  /** The URL of the receiver, without trailing slash. */
  readonly publicUrl: () => string
  /** Sync sources that a wizard has begun; they end with the program. */
  readonly drafts: SourceDrafts
}

/** Applies what follows from an act, as one step. */
export function carryOutAct(
  desk: Desk,
  changes: readonly (Change | LarkChange)[],
  entries: readonly StreamWrite[] = [],
): void {
  desk.ledger.commit({ changes, entries })
}
