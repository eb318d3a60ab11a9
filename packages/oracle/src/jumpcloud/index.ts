// What JumpCloud’s connector makes of any history, worked out from the reference alone: no wire, no engine, no queue.
export type { Act, Field } from './act.ts'
export { BY_HAND, EVENTS, LIVES, TROUBLE } from './draw.ts'
export { CHANGED_BY_HAND, History } from './history.ts'
export { STATES, statesOf } from './states.ts'
export type { Account, TargetOptions, TargetTeam } from './target.ts'
