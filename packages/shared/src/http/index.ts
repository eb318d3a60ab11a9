export { equalInConstantTime } from './constant-time.ts'
export { FAILURE_STATUS, failureOf } from './control-failure.ts'
export { browserRefusal, controlRefusal, isLoopbackHost } from './control-guard.ts'
export { type ControlServerOptions, createControlServer } from './control-server.ts'
export type { ProxySettings, Route, TlsSettings } from './dispatcher.ts'
export { createEventHub, type EventHub, type HubEvent } from './event-hub.ts'
export { streamEvents } from './event-stream.ts'
export { handlerSend, type ScimHandler } from './handler-send.ts'
export { toHar } from './har.ts'
export { type JsonAnswer, writeAnswer } from './json-answer.ts'
export { BodyPacked, BodyTooLong, readJsonBody, writeJson } from './json-body.ts'
export { type Listening, type ListenOptions, listen } from './listen.ts'
export { type AddressedOperation, type FoundOperation, type OperationTable, operationTable } from './operations.ts'
export { PageQuery } from './page-query.ts'
export { createRecorder, type RecordedExchange, type Recorder } from './recorder.ts'
export { REDACTED, redactExchange, redactText } from './redaction.ts'
export { type RequestTarget, requestTarget } from './request-target.ts'
export { createSender, type Sender, type SendOptions } from './send.ts'
export { SERVER_LIMITS, type ServerLimits } from './server-limits.ts'
export {
  type Attempt,
  addressOf,
  createSignInAttempts,
  SIGN_IN_LIMITS,
  type SignInAttempts,
} from './sign-in-attempts.ts'
export { unescaped, unescapedQuery } from './unescaped.ts'
export { createWireFaults, fitsFault, type WireFaults } from './wire-faults.ts'
