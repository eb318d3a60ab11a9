import { VerbError } from '@scimulator/shared/behaviour'
import type { SyncSource } from '../values/sync-source.ts'
import type { Desk } from './desk.ts'

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
