/** What goes over a wire between a client and an endpoint, kept as a file without the people in it. */

export { toldRunner } from '../run/run-told.ts'
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
export { type SampleCorpus, samplesOf } from './recognise/samples-of.ts'
export { type Comparison, createComparison, type Sample, type Unlike } from './recognise/unlike-ours.ts'
export { type Recorded, type RecordOptions, startRecording } from './record.ts'
export { type RecordedExchange, type Recording, RecordingHead, readRecording } from './recording-file.ts'
export { type RedactedFile, type RedactOptions, redactFile } from './redact-file.ts'
export { readTraffic, type Traffic } from './replay/read-traffic.ts'
export { type Replayed, type ReplayOptions, type ReplayStep, replay } from './replay/replay.ts'
export { planReplay, type ReplayAtOptions, type ReplayedAt, replayAt } from './replay/replay-at-target.ts'
export { type ReplayVerdict, tellReplay } from './replay/tell-replay.ts'
export { type Retold, type RunTold, retell } from './retell/retell.ts'
