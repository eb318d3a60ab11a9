export { RECEIVER_URL } from './program.ts'
export { shippedPrograms } from './programs.ts'
export { readView } from './view.ts'
export { vocabularyOf } from './vocabulary-of.ts'
