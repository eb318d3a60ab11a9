import { type Exchange, noted, type Send } from '@scimulator/shared/provisioning'
import type { TenantPorts } from '../tenant-ports.ts'
import { sourceName } from './source-name.ts'

/** Sends what concerns one object of the source; the note beside each request says which. */
export function sendAbout(ports: TenantPorts, objectType: 'User' | 'Group', objectId: string): Send {
  const subject = { id: objectId, name: sourceName(ports, objectType, objectId) ?? objectId }
  return (request) => ports.send(noted(request, { subject }))
}

/** What was sent for one entry of the logs. */
export interface Sent {
  readonly durationMs: number
  /** Numbers on the wire, where somebody keeps it. */
  readonly exchanges: readonly number[]
}

export const NOTHING_SENT: Sent = { durationMs: 0, exchanges: [] }

/** Hears the exchanges of one conversation. */
export function listening(): { heard(exchange: Exchange): void; sent(): Sent } {
  let sent = NOTHING_SENT
  return {
    heard({ durationMs, number }) {
      const exchanges = number === undefined ? sent.exchanges : [...sent.exchanges, number]
      sent = { durationMs: sent.durationMs + durationMs, exchanges }
    },
    sent: () => sent,
  }
}
