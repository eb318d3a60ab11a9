// What JumpCloud’s connector makes of any history, worked out from the reference alone: no wire, no engine, no queue.
export type { Act, Field } from './act.ts'
export { EVENTS, LIVES } from './draw.ts'
export { type Account, History, type HistoryOptions, STATES, type TargetTeam } from './history.ts'
