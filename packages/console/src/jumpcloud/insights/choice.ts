// What the address of Insights › Directory asks for, as the view's own words. Which events those are, the program knows.
import type { ViewState } from '../../parts/view-state.ts'

const WORDS = ['service', 'eventType', 'user', 'last', 'start', 'end'] as const
type Word = (typeof WORDS)[number]

export function choiceOf(state: ViewState): Readonly<Record<Word, string | undefined>> {
  const { service, eventType, user, last, start, end } = state
  return { service, eventType, user, last, start, end }
}

export function isChosen(state: ViewState): boolean {
  return WORDS.some((word) => state[word] !== undefined)
}

/** Only the time of one bar, whatever time was asked for before; the entry that is open may not be in it. */
export function onlyTime(start: string, end: string): ViewState {
  return { start, end, last: undefined, open: undefined }
}

/** One of the times that are offered; empty for all that is kept. */
export function lastOnly(last: string): ViewState {
  return { last, start: undefined, end: undefined, open: undefined }
}
