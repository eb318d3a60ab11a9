import { suggest, VerbError, type ViewItem } from '../behaviour/index.ts'

/** The item of that key. @throws VerbError `not-found` that names the nearest keys */
export function viewItem(all: readonly ViewItem[], view: string, key: string): ViewItem {
  const item = all.find((one) => one.key === key)
  if (item) return item
  const keys = all.map((one) => one.key)
  throw new VerbError('not-found', `${view} has no "${key}". ${suggest(key, keys)}`)
}
