export {
  type HostedProgram,
  loadPrograms,
  type ProgramDescriptor,
  type ProgramEntry,
  type ProgramQuirk,
  type ProgramSetup,
} from './descriptor.ts'
export { switchesOf, switchesType } from './switches-type.ts'
