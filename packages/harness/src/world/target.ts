import type { ScimRequest, Send } from '@scimulator/shared/provisioning'
import type { ConnectedTarget } from '../target/connect-target.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createNamespace, type Namespace } from './namespace.ts'
import type { SyncSourceAccess } from './source-book.ts'

/** A SCIM endpoint that is not ours. */
export interface TargetOptions {
  readonly connected: ConnectedTarget
  /** Put before the names of everything that a run creates. */
  readonly namespace: string
}

export interface ForeignTarget {
  readonly connected: ConnectedTarget
  readonly access: SyncSourceAccess
  readonly namespace: Namespace
  readonly ledger: Ledger
}

export function createForeignTarget({ connected, namespace }: TargetOptions): ForeignTarget {
  return {
    connected,
    access: { url: connected.url, token: connected.token },
    namespace: createNamespace(namespace),
    ledger: createLedger(),
  }
}

/** Deletes what the ledger holds, the newest first (groups go before their members). Returns a line for each that is left behind. */
export async function cleanUp({ access, ledger }: ForeignTarget, send: Send): Promise<string[]> {
  const noting = ledger.noting(send)
  const leftBehind: string[] = []
  for (const url of [...ledger.created()].reverse()) {
    const exchange = await noting(deletion(url, access.token))
    const status = exchange.response?.status
    const isGone = status !== undefined && (status < 300 || status === 404)
    if (!isGone) leftBehind.push(`${url} (DELETE answered ${status ?? exchange.failure?.message ?? 'nothing'})`)
  }
  return [...leftBehind, ...ledger.unnamed()]
}

function deletion(url: string, token: string): ScimRequest {
  return {
    method: 'DELETE',
    url,
    headers: [
      ['Authorization', `Bearer ${token}`],
      ['Accept', 'application/scim+json'],
    ],
  }
}
