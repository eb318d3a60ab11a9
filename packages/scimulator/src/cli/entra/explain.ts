import type { Command } from 'commander'
import type { CommandIo } from './command-io.ts'
import type { ExplainOptions } from './explain-options.ts'

/** Prints for one user what every row of a mapping comes to, and how it would be sent. */
export async function runExplain(options: ExplainOptions, io: CommandIo): Promise<number> {
  const { explainCommand } = await import('./explain-command.ts')
  return explainCommand(options, io)
}

/** Adds `explain` to the `entra` command. */
export function register(command: Command): void {
  command
    .command('explain')
    .description('show one user through a whole mapping: source value, expression, target path, requests')
    .requiredOption('--user <file>', 'JSON object of source attributes')
    .option('--mapping <file>', 'mapping as JSON, in any form that lint takes')
    .option('--preset <name>', 'default, default-group, lark or lark-group')
    .option('--now <time>', 'time of Now(), ISO 8601')
    .option('--default-domain <domain>', 'answer of DefaultDomain()')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ scimulator entra explain --preset lark --user user.json')
    .action(async (options: ExplainOptions) => {
      const { exitWith, print, complain } = await import('../output.ts')
      await exitWith(() => runExplain(options, { out: print, err: complain }))
    })
}
