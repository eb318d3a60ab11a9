// Whether a pass has looked: what a run has read back is held against its expectations once more, with one change in it. Pure arithmetic
// over recorded values; nothing is run.
import type { ViewItem } from '@scimulator/shared/behaviour'
import type { ViewExpectation } from '../scenario/scenario-grammar.ts'
import { evaluateExpectation } from './evaluate.ts'

export const CHANGES = [
  'attribute altered',
  'active turned',
  'person missing',
  'member missing',
  'member too many',
] as const
export type ChangeName = (typeof CHANGES)[number]

/** An expectation that held, with the items that it was held against. */
export interface HeldExpectation {
  readonly expectation: ViewExpectation
  readonly items: readonly ViewItem[]
}

/** The changes that some expectation of the run notices, wherever in the directory they are made. */
export function noticedChanges(readings: readonly HeldExpectation[]): readonly ChangeName[] {
  return CHANGES.filter((change) => readings.some((reading) => notices(reading, change)))
}

function notices({ expectation, items }: HeldExpectation, change: ChangeName): boolean {
  if (evaluateExpectation(expectation, items).length > 0) return false
  return variants(expectation.view, items, change).some(
    (changed) => evaluateExpectation(expectation, changed).length > 0,
  )
}

/** The items with the change made to each of them in turn. */
function variants(view: string, items: readonly ViewItem[], change: ChangeName): readonly (readonly ViewItem[])[] {
  const isOfUsers = view === 'directory.users'
  if (change === 'member missing' || change === 'member too many') {
    if (isOfUsers) return []
    return items.flatMap((item, at) => changedMembers(item, change).flatMap((one) => replaced(items, at, one)))
  }
  if (!isOfUsers) return []
  if (change === 'person missing') return items.map((_, at) => items.filter((__, index) => index !== at))
  if (change === 'active turned') return items.flatMap((item, at) => replaced(items, at, turned(item)))
  return items.flatMap((item, at) => alterations(item).flatMap((altered) => replaced(items, at, altered)))
}

function replaced(items: readonly ViewItem[], at: number, item: ViewItem): readonly (readonly ViewItem[])[] {
  return [items.map((other, index) => (index === at ? item : other))]
}

function turned({ key, value }: ViewItem): ViewItem {
  return { key, value: { ...value, active: value.active === false } }
}

/** Each text of the person, but for what names the resource itself. */
function alterations({ key, value }: ViewItem): readonly ViewItem[] {
  const texts = Object.entries(value).filter(([name, one]) => typeof one === 'string' && name !== 'id')
  return texts.map(([name, one]) => ({ key, value: { ...value, [name]: `${String(one)} altered` } }))
}

function changedMembers({ key, value }: ViewItem, change: 'member missing' | 'member too many'): readonly ViewItem[] {
  const members: readonly unknown[] = Array.isArray(value.members) ? value.members : []
  const changed =
    change === 'member too many'
      ? [[...members, 'somebody@else.example']]
      : members.map((_, index) => members.filter((__, other) => other !== index))
  return changed.map((list) => ({ key, value: { ...value, members: list } }))
}
