import { ACT_SETS, ACT_TITLES, SENDERS } from '@scimulator/harness/requests'
import { readCorpus } from '../shipped/request-corpus.ts'

/** An act, or a word for several. */
export interface ActItem {
  readonly name: string
  /** Which identity providers do it. */
  readonly sentBy: string
  readonly says: string
}

export function actItems(): readonly ActItem[] {
  const sentBy = (ids: readonly string[]): string =>
    SENDERS.filter((as) => readCorpus(as).acts.some(({ id }) => ids.includes(id))).join(' ')
  const acts = Object.entries(ACT_TITLES).map(([name, says]) => ({ name, sentBy: sentBy([name]), says }))
  const sets = Object.entries(ACT_SETS).map(([name, ids]) => ({ name, sentBy: sentBy(ids), says: ids.join(', ') }))
  return [...acts, ...sets]
}
