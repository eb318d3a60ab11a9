import { carryOut } from '@scimulator/shared/provisioning'
import type { Engine } from '../engine.ts'
import { hasEnded, type Session } from './session.ts'

/** Works on the items in order, on as many at once as the job may, and begins none after the cycle has ended. */
export async function workThrough<Item>(
  engine: Engine,
  session: Session,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await carryOut(items, engine.switches.parallelism, work, () => hasEnded(engine, session))
}
