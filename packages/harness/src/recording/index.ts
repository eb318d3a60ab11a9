/** What goes over a wire between a client and an endpoint, kept as a file without the people in it. */

export type { RecordedPurpose } from './recognise/purpose-of.ts'
export {
  createRecogniser,
  purposeText,
  type Recognised,
  type Recogniser,
  type RequestSender,
  recognise,
  SENDERS,
  senderText,
} from './recognise/recognise.ts'
export { type Recorded, type RecordOptions, startRecording } from './record.ts'
export { type RecordedExchange, type Recording, RecordingHead, readRecording } from './recording-file.ts'
export { type RedactedFile, type RedactOptions, redactFile } from './redact-file.ts'
