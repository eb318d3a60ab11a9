import type { Recording, Views } from './recording.ts'

/** The directory before and after a step. */
export interface Around {
  readonly before: Views
  readonly after: Views
}

/** The directory before and after each step of a recording, in order. */
export function aroundEach({ base, steps }: Pick<Recording, 'base' | 'steps'>): readonly Around[] {
  const arounds: Around[] = []
  let before = base
  for (const { views } of steps) {
    const after = { ...before }
    for (const [name, { set, gone }] of Object.entries(views)) {
      const kept = Object.entries(before[name] ?? {}).filter(([key]) => !gone.includes(key))
      after[name] = { ...Object.fromEntries(kept), ...set }
    }
    arounds.push({ before, after })
    before = after
  }
  return arounds
}
