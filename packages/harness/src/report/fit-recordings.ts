// Keeps the recordings of a result below a size that people can open and send: bodies of answers that went well go first, then whole
// recordings from the last one on. What is left out is said. Pure.
import type { ExchangeRecord, Recording } from './recording.ts'

/** Characters of JSON. */
const LARGEST = 20_000_000

/** @returns the recordings in their order; undefined for one that had to go */
export function fitRecordings(
  recordings: readonly Recording[],
  largest: number = LARGEST,
): readonly (Recording | undefined)[] {
  const sizes = recordings.map(sizeOf)
  if (sum(sizes) <= largest) return recordings
  const lean = recordings.map(withoutGoodBodies)
  let left = largest
  return lean.map((recording) => {
    left -= sizeOf(recording)
    return left < 0 ? undefined : recording
  })
}

export const LEFT_OUT = `Recordings are kept up to ${LARGEST / 1_000_000} MB; this one is left out. Run fewer files to see it.`

function withoutGoodBodies(recording: Recording): Recording {
  const told = new Set(
    recording.steps.flatMap(({ expectations }) =>
      expectations.flatMap(({ difference }) => difference.map(({ exchange }) => exchange)),
    ),
  )
  const exchanges = recording.exchanges.map((one) => (isGood(one) && !told.has(one.n) ? withoutBodies(one) : one))
  const isSame = exchanges.every((one, at) => one === recording.exchanges[at])
  const leftOut = 'Bodies of requests that were answered well are left out, because there was too much.'
  return isSame ? recording : { ...recording, exchanges, leftOut }
}

function isGood({ response }: ExchangeRecord): boolean {
  return response !== undefined && response.status < 400
}

function withoutBodies(one: ExchangeRecord): ExchangeRecord {
  const { response, request, cut = 0 } = one
  const { body = '', ...sent } = request
  const kept = { ...one, request: sent, cut: cut + body.length + (response?.body.length ?? 0) }
  return response ? { ...kept, response: { ...response, body: '' } } : kept
}

function sizeOf(recording: Recording): number {
  return JSON.stringify(recording).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
