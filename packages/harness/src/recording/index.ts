/** What goes over a wire between a client and an endpoint, kept as a file without the people in it. */
export { type Recorded, type RecordOptions, startRecording } from './record.ts'
export { type RecordedExchange, type Recording, RecordingHead, readRecording } from './recording-file.ts'
export { type RedactedFile, type RedactOptions, redactFile } from './redact-file.ts'
export { type RequestSender, SENDERS, senderOf } from './sender-of.ts'
