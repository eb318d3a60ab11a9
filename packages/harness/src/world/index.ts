export { PROGRAM_KINDS } from './programs.ts'
export { probe, UnreadableTarget } from './scim-reading.ts'
export type { TargetOptions } from './target.ts'
export { vocabularyOf } from './vocabulary-of.ts'
