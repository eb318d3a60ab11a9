// What Okta makes of any history, worked out from the reference alone: no wire, no engine, no jobs.
export { BY_HAND_TITLE } from '../by-hand.ts'
export type { Act } from './act.ts'
export { EVENTS } from './draw.ts'
export { History, type Kind } from './history.ts'
