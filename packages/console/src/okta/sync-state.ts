// How far an assignment came at the endpoint, for people. Pure.
import type { Tone } from '../parts/status-badge.tsx'
import type { Views } from '../source/source.ts'

type SyncState = Views['okta.assignments']['syncState']

/** The states are those of the management API (O925); the words are ours. */
const SAID: Readonly<Record<SyncState, readonly [Tone, string]>> = {
  DISABLED: ['plain', 'Not provisioned'],
  SYNCING: ['watch', 'Syncing'],
  SYNCHRONIZED: ['good', 'Synchronized'],
  ERROR: ['bad', 'Error'],
}

export function syncOf({ syncState }: { readonly syncState: SyncState }): readonly [Tone, string] {
  return SAID[syncState]
}
