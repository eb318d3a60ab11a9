export type { LiveProgram, LiveProgramKind, LiveSetup } from './live-program.ts'
export { createLiveSurface } from './live-surface.ts'
export { type OpenedWorld, openLiveWorld } from './live-world.ts'
export type { VerbInputs, VerbResults, ViewItems } from './world-control.ts'
