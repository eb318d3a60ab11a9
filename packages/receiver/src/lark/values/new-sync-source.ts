import { DAY_MS } from '@scimulator/shared/runtime'
import type { DecisionContext } from '../../directory/effects.ts'
import { DEFAULT_CONFIGURATION, type SyncConfiguration, type SyncSource, type SyncSourceKind } from './sync-source.ts'

/** Lark A04: a token lasts a year unless somebody says otherwise. */
export const TOKEN_LIFETIME_MS = 365 * DAY_MS

export interface NewSyncSource {
  readonly organisation: string
  readonly name: string
  readonly tokenHash: string
  readonly status: SyncSource['status']
  readonly kind?: SyncSourceKind
  readonly configuration?: Partial<SyncConfiguration>
  readonly createdBy?: string
  readonly tokenLifetimeMs?: number
}

export function newSyncSource(wanted: NewSyncSource, { now, ids }: DecisionContext): SyncSource {
  const { organisation, name, status, kind = 'Entra ID', createdBy = 'set up with the receiver' } = wanted
  const expiresAt = now + (wanted.tokenLifetimeMs ?? TOKEN_LIFETIME_MS)
  return {
    ...DEFAULT_CONFIGURATION,
    ...wanted.configuration,
    id: ids.uuid('sync source'),
    organisation,
    kind,
    name,
    status,
    token: { hash: wanted.tokenHash, issuedAt: now, expiresAt },
    formerTokens: [],
    createdAt: now,
    createdBy,
  }
}
