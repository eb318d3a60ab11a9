export { assembleControl, type ControlParts } from './assemble-control.ts'
export { type Desk, defineProgram, type ProgramWords } from './define-program.ts'
export type { ProgramDescriptor, ProgramEntry } from './descriptor.ts'
export { copyOfIds, eachId, type FewIds, withId, withoutId } from './few-ids.ts'
export type { HostedProgram, ProgramSetup } from './hosted-program.ts'
export { type KeptState, keptState, type OwnPart, withIdCounters } from './kept-state.ts'
export type { KeyedChange, KeyedState, Kinds } from './keyed-state.ts'
export { Relation } from './relation.ts'
export { type Surface, serveSurfaces, type Unanswered } from './serve-surfaces.ts'
export { switchesOf, switchesType } from './switches-type.ts'
export {
  BadOption,
  type OwnUp,
  type ServedProgram,
  type ServeSetup,
  type Serving,
  type UpFacts,
  type UpFlags,
  type UpOption,
} from './up.ts'
