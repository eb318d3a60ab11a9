export { type Conversation, carryOut, converse } from './conversation.ts'
export {
  type Exchange,
  type ExchangeFailure,
  type JsonBody,
  jsonBody,
  type ScimResponse,
  type Send,
} from './exchange.ts'
export { type Activity, ended, noted, noteOf, onEnd, PURPOSES, type Purpose, type RequestNote } from './request-note.ts'
export { httpDate, retryAfterMs } from './retry-after.ts'
export { type HeaderList, headerValue, type ScimMethod, type ScimRequest } from './scim-request.ts'
export { canonicalTranscript, type TranscriptOptions } from './transcript.ts'
