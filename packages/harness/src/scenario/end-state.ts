// That a run did what it should have done is shown by what the directory holds in the end, and that can be read at any endpoint.

import { isPlainObject } from '../written/plain-object.ts'
import { expectationsOf } from './expectations-of.ts'
import type { Scenario } from './scenario.ts'

/** Whether the end state is asserted where only a directory can be read: after the last act, with a view of the directory. */
export function assertsEndState({ steps, expectations }: Scenario): boolean {
  const lastAct = steps.findLastIndex(({ word }) => word.effect !== 'looks')
  const after = steps.slice(lastAct + 1).flatMap(expectationsOf)
  return [...after, ...expectations].some(({ value }) => isOfDirectory(value))
}

function isOfDirectory(value: unknown): boolean {
  return isPlainObject(value) && value.only === undefined && String(value.view).startsWith('directory.')
}
