// An endpoint may answer a POST with an account that was there before: it "associates" instead of creating. Then the account is somebody's.
//
//  id in the inventory | status | meta.created      | inventory | the answer's name | judgement
//  --------------------+--------+-------------------+-----------+-------------------+-----------
//  yes                 | any    | any               |           |                   | taken over
//  no                  | any    | before the request|           |                   | taken over
//  no                  | 200    | not shown, or to come |       |                   | taken over
//  no                  | 201    | not shown, or to come | not whole | not the run's own | taken over
//  no                  | any    | otherwise         |           |                   | made
import { type Exchange, headerValue } from '@scimulator/shared/provisioning'
import { asText, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { foreignValues } from './foreign-values.ts'
import type { Inventory } from './inventory.ts'
import { createdAt } from './read-answer.ts'
import type { ResourceRef } from './resource-kind.ts'

/** `Date` has whole seconds, and clocks of one endpoint's machines differ a little. */
const CLOCK_SLACK_MS = 2_000
/** Without a `Date` header the answer is measured by the clock of this machine, which the endpoint's may differ from. */
const OTHER_CLOCK_SLACK_MS = 600_000

export interface PostAnswer {
  readonly ref: ResourceRef
  readonly exchange: Exchange
  readonly resource: JsonObject
  /** Of the operation, where it was one of a bulk request. */
  readonly status?: number
  /** Real milliseconds since the epoch when the answer was read, and how long it took. */
  readonly answeredAt: number
  readonly tookMs: number
}

export interface TakeOverFacts {
  readonly inventory: Inventory
  /** Whether another run of this command has made the resource. */
  isOfAnotherRun(ref: ResourceRef): boolean
  ownsValue(value: string): boolean
}

/** Why the account is somebody's, or undefined when the run has made it. */
export function takeOverReason(answer: PostAnswer, facts: TakeOverFacts): string | undefined {
  const { ref, exchange, status = exchange.response?.status } = answer
  if (facts.inventory.has(ref)) return `the id ${ref.id} was there before the run`
  if (facts.isOfAnotherRun(ref))
    return `the id ${ref.id} is that of an account that another scenario of this run has made`
  const { created, isBefore, isToCome, earliest } = createdTime(answer)
  if (created !== undefined && isBefore) {
    return `meta.created of ${ref.id} (${isoOf(created)}) lies before the request (${isoOf(earliest)} by the endpoint's Date)`
  }
  // A time that is yet to come proves nothing: by the same clock somebody who was there may be as young.
  if (created !== undefined && !isToCome) return undefined
  if (status === 200)
    return `the answer is 200 and shows no meta.created of now, so ${ref.id} may have been there before`
  return facts.inventory.isComplete(ref.kind) ? undefined : strangersName(answer, facts)
}

function strangersName({ ref, resource }: PostAnswer, { ownsValue }: TakeOverFacts): string | undefined {
  const name = ref.kind === 'Users' ? resource.userName : resource.displayName
  return typeof name === 'string' && name !== '' && !ownsValue(name)
    ? `${ref.id} has another name than the one that was sent`
    : undefined
}

export interface CreatedTime {
  /** Milliseconds since the epoch; undefined where it is not shown. */
  readonly created: number | undefined
  readonly isBefore: boolean
  readonly isToCome: boolean
  /** The earliest instant at which the endpoint can have got the request, by its own clock. */
  readonly earliest: number
}

/** `meta.created` of what a POST was answered with, beside the time of the POST. */
export function createdTime(answer: Pick<PostAnswer, 'exchange' | 'resource' | 'answeredAt' | 'tookMs'>): CreatedTime {
  const { exchange, resource, answeredAt, tookMs } = answer
  const created = createdAt(resource)
  const date = Date.parse(headerValue(exchange.response?.headers ?? [], 'date') ?? '')
  const isDated = !Number.isNaN(date)
  const earliest = isDated ? date - tookMs - CLOCK_SLACK_MS : answeredAt - tookMs - OTHER_CLOCK_SLACK_MS
  const latest = (isDated ? date : answeredAt) + OTHER_CLOCK_SLACK_MS
  if (created === undefined) return { created, isBefore: false, isToCome: false, earliest }
  const { early, late } = isDayOnly(resource) ? ANY_ZONE : INSTANT
  const [isBefore, isToCome] = [created + late < earliest, created - early > latest]
  // A day that may be today says nothing of who was there this morning.
  const isTold = early === 0 || isBefore || isToCome
  return { created: isTold ? created : undefined, isBefore, isToCome, earliest }
}

const INSTANT = { early: 0, late: 0 }
/** A day begins fourteen hours before it does in UTC, and ends twelve hours after that, depending on where one is. */
const ANY_ZONE = { early: 14 * 3_600_000, late: 36 * 3_600_000 }

function isDayOnly({ meta }: JsonObject): boolean {
  const created = isJsonObject(meta) ? meta.created : undefined
  return typeof created === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(created.trim())
}

function isoOf(instant: number): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? asText(instant) : date.toISOString()
}

/** Attributes that the sent resource and the answered one have alike among those that endpoints match by. */
export function matchedBy(sent: JsonValue | undefined, { resource }: PostAnswer): string[] {
  if (!isJsonObject(sent)) return []
  const answered = new Set(foreignValues(resource).map(({ value }) => value.toLowerCase()))
  return foreignValues(sent)
    .filter(({ value }) => answered.has(value.toLowerCase()))
    .map(({ at }) => at)
}
