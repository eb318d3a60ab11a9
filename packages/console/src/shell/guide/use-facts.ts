// What the world shows of the receiver's half of a help page.
import type { ReceiverFacts } from '../../parts/guide.ts'
import { PROVIDERS } from '../../providers.ts'
import { useView } from '../../source/use-view.ts'

/** @param kind of the sync source; one of a provider without a kind of its own bears that provider’s name */
export function useOwnReceiver(kind: string): ReceiverFacts {
  const sources = useView('lark.sync-sources')
  const members = useView('lark.members', { limit: 1, where: 'status:Active' })
  const source = sources.data?.items.find(({ key, value }) => value.kind === kind && !isNamedAfterAnother(key))?.value
  return { isForeign: false, source, people: members.data?.total ?? 0 }
}

function isNamedAfterAnother(source: string): boolean {
  return PROVIDERS.some(({ guide, title }) => guide === undefined && source.startsWith(title))
}

/** Where somebody's own endpoint is in its place, that half is its owner's. */
export function useTarget(): ReceiverFacts {
  const people = useView('world.world').data?.items[0]?.value.target?.users ?? 0
  return { isForeign: true, source: undefined, people }
}
