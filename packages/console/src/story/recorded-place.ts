/** At which step the pages of a file stand: the story moves it, and the others show what there was then. */
export interface RecordedPlace {
  readonly step: () => number
  readonly subscribe: (listener: () => void) => () => void
  readonly set: (step: number) => void
}

export function createRecordedPlace(): RecordedPlace {
  const listeners = new Set<() => void>()
  let step = 1
  return {
    step: () => step,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(next) {
      if (next === step) return
      step = next
      for (const listener of listeners) listener()
    },
  }
}
