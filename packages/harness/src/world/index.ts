export { RECEIVER_URL } from './program.ts'
export { PROGRAM_KINDS } from './programs.ts'
export { readView } from './view.ts'
export { vocabularyOf } from './vocabulary-of.ts'
