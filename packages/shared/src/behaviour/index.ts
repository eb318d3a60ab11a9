export { nearest, suggest } from '../nearest/index.ts'
export { ABILITIES, type Ability } from './ability.ts'
export { groupedVerbs, releasedVerb, releasedView, type VerbGroups } from './assemble.ts'
export {
  byName,
  type Control,
  type DefinedVerb,
  type DefinedView,
  defineVerb,
  defineView,
  type Effect,
  inGroup,
  type ProductNeed,
  type Verb,
  type VerbInputsOf,
  type VerbResultsOf,
  type View,
  type ViewItem,
  type ViewItemsOf,
} from './control.ts'
export { Fault, FaultEffect, FaultMatch } from './fault.ts'
export type { Fidelity, FidelityRow } from './fidelity-row.ts'
export { DAMAGES, type Damage, VICTIMS, type Victim } from './harm.ts'
export { changedLate, type Late, LateMap, late } from './late.ts'
export { UNMEASURABLE, unmeasurable } from './measurable.ts'
export type { Quirk } from './quirk.ts'
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
export { type Issue, VerbError } from './verb-error.ts'
