import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'

/** Words of a query that ask a log for a time. */
export const Period = {
  start: z.string().optional().describe('ISO 8601; entries of this time and later'),
  end: z.string().optional().describe('ISO 8601; entries of this time and earlier'),
}

interface Asked {
  readonly start?: string | undefined
  readonly end?: string | undefined
}

/** @throws VerbError when a word is no time */
export function isWithin(asked: Asked): (entry: { readonly at: string }) => boolean {
  const start = instant('start', asked.start) ?? Number.NEGATIVE_INFINITY
  const end = instant('end', asked.end) ?? Number.POSITIVE_INFINITY
  if (start === Number.NEGATIVE_INFINITY && end === Number.POSITIVE_INFINITY) return () => true
  return ({ at }) => Date.parse(at) >= start && Date.parse(at) <= end
}

function instant(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw new VerbError('invalid', `${name}: "${text}" is no time. Write 2026-01-05T08:00:00Z.`)
  return time
}
