import { carryOut } from '@scimulator/shared/provisioning'
import type { TenantPorts } from '../tenant-ports.ts'
import { hasEnded, type Session } from './session.ts'

/** Works on the items in order, on as many at once as the job may, and begins none after the cycle has ended. */
export async function workThrough<Item>(
  ports: TenantPorts,
  session: Session,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await carryOut(items, ports.switches.parallelism, work, () => hasEnded(ports, session))
}
