/** What a connection has learnt of its target, for the report: each thing once, with how often. */
export interface Notes {
  /** `code` tells notes of one kind apart; the text of the latest is kept. */
  add(code: string, text: (times: number) => string): void
  readonly texts: readonly string[]
}

export function createNotes(): Notes {
  const known = new Map<string, { readonly times: number; readonly text: string }>()
  return {
    add(code, text) {
      const times = (known.get(code)?.times ?? 0) + 1
      known.set(code, { times, text: text(times) })
    },
    get texts() {
      return [...known.values()].map((note) => note.text)
    },
  }
}
