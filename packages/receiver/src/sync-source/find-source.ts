import { VerbError } from '@scimulator/shared/behaviour'
import type { Desk } from '../admin/desk.ts'
import type { SyncSource } from './sync-source.ts'

export function sourcesOf(desk: Desk, organisation: string): readonly SyncSource[] {
  return [...desk.profile.state.sources()].filter((source) => source.organisation === organisation)
}

/** By id or name. @throws VerbError not-found */
export function findSource(desk: Desk, organisation: string, wanted: string): SyncSource {
  const sources = sourcesOf(desk, organisation)
  const found = sources.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase())
  if (found) return found
  const known = sources.map(({ name }) => name).join(', ') || 'none yet'
  throw new VerbError('not-found', `There is no sync source "${wanted}" in ${organisation}. Known: ${known}.`)
}

/** What is copied from the console into the identity provider (A03). */
export function sourceUrl(
  { publicUrl }: Pick<Desk, 'publicUrl'>,
  { organisation }: Pick<SyncSource, 'organisation'>,
): string {
  return `${publicUrl()}/organisations/${encodeURIComponent(organisation)}/scim/v2`
}
