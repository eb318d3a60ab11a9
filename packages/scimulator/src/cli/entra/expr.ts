import type { Command } from 'commander'
import type { CommandIo } from './command-io.ts'
import type { ExprOptions } from './expr-options.ts'

/** Evaluates one expression and prints its value, its type and a trace. */
export async function runExpr(options: ExprOptions, io: CommandIo): Promise<number> {
  const { exprCommand } = await import('./expr-command.ts')
  return exprCommand(options, io)
}

const example = `
Example:
  $ scimulator entra expr 'Switch([IsSoftDeleted], , "False", "True", "True", "False")' --with user.json`

/** Adds `expr` to the `entra` command. */
export function register(command: Command): void {
  command
    .command('expr')
    .description('evaluate one mapping expression and show what every part of it comes to')
    .argument('<expression>', 'the expression')
    .option('--with <file>', 'JSON object of source attributes; without it all are null')
    .option('--now <time>', 'time of Now(), ISO 8601')
    .option('--default-domain <domain>', 'answer of DefaultDomain()')
    .option('--json', 'print JSON')
    .addHelpText('after', example)
    .action(async (expression: string, options: Omit<ExprOptions, 'expression'>) => {
      const { exitWith, print, complain } = await import('../output.ts')
      await exitWith(() => runExpr({ ...options, expression }, { out: print, err: complain }))
    })
}
