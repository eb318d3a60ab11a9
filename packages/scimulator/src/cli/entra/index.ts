import type { Command } from 'commander'
import { register as registerExplain } from './explain.ts'
import { register as registerExpr } from './expr.ts'
import { register as registerLint } from './lint.ts'

export type { CommandIo } from './command-io.ts'
export { runExplain } from './explain.ts'

export { runExpr } from './expr.ts'

export { runLint } from './lint.ts'

/** Adds the commands for attribute mappings under `scimulator entra`, which may be there already. */
export function registerEntraCommands(program: Command): void {
  const known = program.commands.find((one) => one.name() === 'entra')
  const entra =
    known ??
    program
      .command('entra')
      .description('Entra ID: a tenant with its provisioning engine and Graph, and tools for attribute mappings')
  for (const register of [registerExpr, registerLint, registerExplain]) register(entra)
}
