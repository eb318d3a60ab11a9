// Acts with a simulated identity provider at the endpoint, and collects what came of it.
import type { CheckResult } from '@scimulator/findings'
import { ask, type Edges } from '../examine/asking.ts'
import { Blocked, Questioner } from '../examine/questioner.ts'
import type { NamedEngine } from './questions-of.ts'
import { RowNotes } from './row-notes.ts'
import type { Stage } from './suite.ts'

export type EngineGround = Omit<Stage, 'q' | 'note' | 'ask'> & Edges

export async function actEngine(named: NamedEngine, ground: EngineGround): Promise<readonly CheckResult[]> {
  const q = new Questioner(ground.facts, named.id, 0)
  const note = new RowNotes(q, named.checkOf)
  try {
    await named.engine.act({ ...ground, q, note, ask: (asking) => ask(asking, ground) })
  } catch (error) {
    if (!(error instanceof Blocked)) throw error
    for (const check of named.checks) if (!q.results.has(check)) q.block(check, error.check)
  }
  return [...q.results.values()]
}
