export { PROGRAM_KINDS } from './programs.ts'
export { vocabularyOf } from './vocabulary-of.ts'
