import type { z } from 'zod'
import { adminLogged } from '../log/admin-log.ts'
import type { SyncSource } from '../values/sync-source.ts'
import { actor } from './acting.ts'
import { carryOutAct, type Desk } from './desk.ts'
import { findSource } from './find-source.ts'
import type { SourceInput } from './source-input.ts'

/** Lark A16: activate or deactivate, from the card or the details. */
export function switchSource(
  desk: Desk,
  input: z.infer<typeof SourceInput>,
  status: SyncSource['status'],
): { readonly id: string; readonly name: string; readonly status: SyncSource['status'] } {
  const { rulesOff } = desk.profile.options
  const administrator = actor(desk, input, 'Directory Sync')
  const old = findSource(desk, input.organisation, input.source)
  const source: SyncSource = rulesOff.has('A16') ? old : { ...old, status }
  const details = { before: old.status, after: status }
  const event = { eventType: 'Activate/Deactivate or Stop Sync Settings', administrator, source, details } as const
  const entries = adminLogged(event, desk.ledger.schedule.now(), rulesOff)
  carryOutAct(desk, [{ kind: 'profile:source-put', source }], entries)
  return { id: source.id, name: source.name, status: source.status }
}
