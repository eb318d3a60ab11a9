import type { ReceiverSwitches } from '../../behaviour.ts'
import type { DecisionContext } from '../../directory/effects.ts'
import type { DirectoryView } from '../../directory/view.ts'
import type { LarkView } from '../state/lark-state.ts'
import type { RulesOff } from '../values/rule-id.ts'
import type { SyncSource } from '../values/sync-source.ts'

/** What the profile was made with. */
export interface LarkOptions {
  readonly switches: ReceiverSwitches
  readonly rulesOff: RulesOff
}

/** All that a rule may look at: what is known, who asks, when, and how the receiver was set up. */
export type Circumstances = LarkOptions & {
  readonly lark: LarkView
  readonly directory: DirectoryView
  readonly source: SyncSource
  readonly context: DecisionContext
}
