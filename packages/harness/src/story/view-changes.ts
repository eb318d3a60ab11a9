// What has changed in views from one moment to the next, absolute. Pure.
import type { StoryChange } from '../live/story-recording.ts'

/** By full name of the view, then by key: the item's value as JSON. */
export type ViewState = ReadonlyMap<string, ReadonlyMap<string, string>>

export function changesOf(before: ViewState, after: ViewState): Record<string, StoryChange> {
  const names = new Set([...before.keys(), ...after.keys()])
  const none: ReadonlyMap<string, string> = new Map()
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const change = changeOf(before.get(name) ?? none, after.get(name) ?? none)
      // A view that is empty is known to be empty.
      const isNew = !before.has(name)
      return change || isNew ? [[name, change ?? { set: {}, gone: [] }] as const] : []
    }),
  )
}

function changeOf(old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): StoryChange | undefined {
  const changed = [...now].filter(([key, value]) => old.get(key) !== value)
  const gone = [...old.keys()].filter((key) => !now.has(key))
  const kept = [...old.keys()].filter((key) => now.has(key))
  const expected = [...kept, ...changed.map(([key]) => key).filter((key) => !old.has(key))]
  const isInOrder = [...now.keys()].every((key, at) => key === expected[at])
  if (changed.length === 0 && gone.length === 0 && isInOrder) return undefined
  return {
    set: Object.fromEntries(changed.map(([key, value]) => [key, JSON.parse(value)])),
    gone,
    ...(isInOrder && !hasNumbers(changed) ? {} : { order: [...now.keys()] }),
  }
}

/** Members of an object whose names are numbers come first, whatever the order in which they were set. */
function hasNumbers(changed: readonly (readonly [string, string])[]): boolean {
  return changed.some(([key]) => /^\d+$/.test(key))
}
