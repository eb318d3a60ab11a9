import { randomUUID } from 'node:crypto'
import { type ExpressionEnvironment, expressionEnvironment } from '@scimulator/entra-sim/expression'

/** Options that every command with expressions takes. */
export interface EnvironmentOptions {
  /** ISO 8601; the present when it is missing. */
  readonly now?: string
  readonly defaultDomain?: string
}

/** The environment of the command line: the real clock, ids and chance, unless told otherwise. Null when now is not a date. */
export function cliEnvironment(options: EnvironmentOptions): ExpressionEnvironment | null {
  const now = options.now === undefined ? Date.now() : Date.parse(options.now)
  if (Number.isNaN(now)) return null
  const defaultDomain = options.defaultDomain ?? null
  return expressionEnvironment({ now, newGuid: randomUUID, random: Math.random, defaultDomain })
}
