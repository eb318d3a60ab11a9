import { isoTime } from '@scimulator/shared/runtime'
import type { StreamWrite } from '../../directory/effects.ts'
import type { Administrator } from '../values/administrator.ts'
import type { RulesOff } from '../values/rule-id.ts'
import type { SyncSource } from '../values/sync-source.ts'
import { ADMIN_LOG, type AdminEventType, type AdminLogEntry } from './admin-log-entry.ts'

export interface AdminEvent {
  readonly eventType: AdminEventType
  readonly administrator: Administrator
  readonly source: SyncSource
  readonly details: Readonly<Record<string, unknown>>
}

/** Lark C02: one entry for what an administrator did to a sync source. */
export function adminLogged(event: AdminEvent, now: number, rulesOff: RulesOff): readonly StreamWrite[] {
  if (rulesOff.has('C02')) return []
  const { eventType, administrator, source, details } = event
  const entry: AdminLogEntry = {
    at: isoTime(now),
    organisation: source.organisation,
    category: 'Settings > Organization Data Sync',
    eventType,
    administrator: administrator.email,
    source: source.id,
    sourceName: source.name,
    details,
  }
  return [{ stream: ADMIN_LOG, entry }]
}
