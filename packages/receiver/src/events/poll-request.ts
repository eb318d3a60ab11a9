import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, own, ScimError } from '@scimulator/shared/scim'

/** What a poll asks for (RFC 8936 §2.2). */
export interface PollRequest {
  readonly maxEvents: number | undefined
  readonly returnImmediately: boolean
  /** What was read, or could not be read: neither comes again. */
  readonly settled: readonly string[]
}

/** @throws ScimError 400 that names the member */
export function readPollRequest(body: JsonValue): PollRequest {
  if (!isJsonObject(body)) throw wrong('The body is not a JSON object.')
  return {
    maxEvents: maxEventsOf(body),
    returnImmediately: returnImmediatelyOf(body),
    settled: [...acksOf(body), ...errorsOf(body)],
  }
}

function maxEventsOf(body: JsonObject): number | undefined {
  const value = own(body, 'maxEvents')
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw wrong('"maxEvents" is not an integer from 0.')
}

function returnImmediatelyOf(body: JsonObject): boolean {
  const value = own(body, 'returnImmediately') ?? false
  if (typeof value === 'boolean') return value
  throw wrong('"returnImmediately" is neither true nor false.')
}

function acksOf(body: JsonObject): readonly string[] {
  const value = own(body, 'ack') ?? []
  if (isJsonArray(value) && value.every(isText)) return value
  throw wrong('"ack" is not a list of the "jti" of tokens.')
}

function errorsOf(body: JsonObject): readonly string[] {
  const value = own(body, 'setErrs') ?? {}
  const isTold = (error: JsonValue) => isJsonObject(error) && isText(own(error, 'err'))
  if (isJsonObject(value) && Object.values(value).every(isTold)) return Object.keys(value)
  throw wrong('"setErrs" is not an object of errors by the "jti" of tokens, each with "err".')
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string'
}

function wrong(detail: string): ScimError {
  return new ScimError('invalidSyntax', detail)
}
