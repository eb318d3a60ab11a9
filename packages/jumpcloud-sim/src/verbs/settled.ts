import type { Engine } from '../engine.ts'
import type { Initiator } from '../insights/event.ts'

/** Who acts in verbs: the organisation's administrator at the console. */
export const ADMIN: Initiator = { type: 'admin', email: 'admin@jumpcloud.example' }

/** Resolves when what was triggered at this instant is done; pushes that are due later wait for the clock. */
export async function settled(engine: Engine): Promise<void> {
  await engine.idle()
}
