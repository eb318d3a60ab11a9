// What Entra ID's provisioning service makes of any history, worked out from the reference alone: no wire, no engine, no index.
export { BY_HAND_TITLE } from '../by-hand.ts'
export { type Act, type Clause, sayAct } from './act.ts'
export { BY_HAND, DAILY, JOB, JOB_SELDOM_LONG, MAPPINGS, TROUBLE } from './draw.ts'
export { beginHistory, type History, isInScope, type Preset, type Target } from './history.ts'
export { isLegal, live, passTime } from './live.ts'
export { deliveredName, wantedOf, wantedOfTeam } from './mapping.ts'
export { firstAttributes, guestName } from './source.ts'
export { isPrefixed, isSettled, nameBehindIds, STATES, statesOf } from './states.ts'
