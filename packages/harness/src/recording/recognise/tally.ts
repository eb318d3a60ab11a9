// How often who asked for what: kept as counts, so that a recording of weeks costs no memory.
import type { Exchange } from '@scimulator/shared/provisioning'
import { purposeText, type Recognised, senderText } from './recognise.ts'

export interface Tally {
  add(exchange: Exchange, recognised: Recognised): void
  /** `Entra ID, without the flag: 34 requests (12 match, 8 create, …)`, one line a sender. */
  lines(): readonly string[]
}

export function createTally(): Tally {
  const senders = new Map<string, Map<string, number>>()
  return {
    add({ request }, recognised) {
      const sender = senderText(recognised, request)
      const counts = senders.get(sender) ?? new Map<string, number>()
      senders.set(sender, counts)
      const purpose = purposeText(recognised)
      counts.set(purpose, (counts.get(purpose) ?? 0) + 1)
    },
    lines: () => [...senders].map(([sender, counts]) => `${sender}: ${toldCounts(counts)}`),
  }
}

function toldCounts(counts: ReadonlyMap<string, number>): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const each = [...counts].sort(([, one], [, other]) => other - one).map(([purpose, count]) => `${count} ${purpose}`)
  return `${all} ${all === 1 ? 'request' : 'requests'} (${each.join(', ')})`
}
