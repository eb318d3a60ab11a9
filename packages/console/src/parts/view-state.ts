// What a page shows stands in its address, so that every view can be sent as a link.
import { useNavigate, useSearch } from '@tanstack/react-router'

export interface ViewState {
  readonly [word: string]: string | undefined
}

export interface UseViewState {
  readonly state: ViewState
  /** Sets words of the address; undefined takes one away. Typing replaces the entry in the history, opening adds one. */
  readonly set: (change: ViewState, options?: { readonly replace?: boolean }) => void
}

export function useViewState(): UseViewState {
  const state: ViewState = useSearch({ strict: false })
  const navigate = useNavigate()
  return {
    state,
    set: (change, { replace = false } = {}) =>
      void navigate({
        to: '.',
        search: (before: ViewState) => withChange(before, change),
        replace,
      }),
  }
}

function withChange(before: ViewState, change: ViewState): ViewState {
  const entries = Object.entries({ ...before, ...change })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''))
}

/** Words of an address, as they are written: no value becomes a number or a list. */
export function readSearch(text: string): ViewState {
  return Object.fromEntries(new URLSearchParams(text))
}

export function writeSearch(state: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(state).flatMap(([word, value]) => (value === undefined ? [] : [[word, String(value)]]))
  const text = new URLSearchParams(words).toString()
  return text === '' ? '' : `?${text}`
}
