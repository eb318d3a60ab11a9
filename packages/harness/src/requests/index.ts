// The corpus as data: its shape, choosing from it, and the forms in which it is written. It loads no engine.
export { ACT_SETS, ACT_TITLES } from './acts.ts'
export { contains } from './contains.ts'
export {
  Corpus,
  type CorpusAct,
  type CorpusRequest,
  type CorpusResource,
  type CorpusSender,
  requestsJsonSchema,
  SENDERS,
} from './corpus.ts'
export { FORMATS, type Format, type FormatOptions, requestsText } from './formats.ts'
export { filled } from './placeholders.ts'
export { type Selection, selectActs } from './select-acts.ts'
