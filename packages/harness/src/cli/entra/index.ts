import type { Command } from 'commander'
import { register as registerExplain } from './explain.ts'
import { register as registerExpr } from './expr.ts'
import { register as registerLint } from './lint.ts'

export type { CommandIo } from './command-io.ts'
export { type ExplainOptions, runExplain } from './explain.ts'
export { type ExprOptions, runExpr } from './expr.ts'
export { type LintOptions, runLint } from './lint.ts'

/** Adds `scimulator entra` with its commands for attribute mappings. */
export function registerEntraCommands(program: Command): void {
  const entra = program.command('entra').description('try, check and explain attribute mappings of Entra ID')
  for (const register of [registerExpr, registerLint, registerExplain]) register(entra)
}
