export { ABILITIES, type Ability } from './ability.ts'
export {
  byName,
  type Control,
  defineVerb,
  defineView,
  type Effect,
  type ProductNeed,
  type Verb,
  VerbError,
  type View,
  type ViewItem,
} from './control.ts'
export { Fault, FaultEffect, FaultMatch } from './fault.ts'
export { DAMAGES, type Damage, VICTIMS, type Victim } from './harm.ts'
export {
  defineSwitch,
  type Grade,
  resolveSwitches,
  type SwitchDefinition,
  type SwitchRecord,
  type SwitchValue,
  type WireSwitch,
  wireSwitches,
} from './switch.ts'
