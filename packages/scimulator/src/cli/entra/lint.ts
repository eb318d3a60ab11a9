import { type Command, Option } from 'commander'
import type { CommandIo } from './command-io.ts'
import type { LintOptions } from './lint-options.ts'

/** Lints a mapping and prints the findings. */
export async function runLint(options: LintOptions, io: CommandIo): Promise<number> {
  const { lintCommand } = await import('./lint-command.ts')
  return lintCommand(options, io)
}

const forms = `
The file is a Graph synchronizationSchema, one objectMapping, or a list of rows:
  [{"target": "userName", "source": "userPrincipalName", "matchingPriority": 1},
   {"target": "active", "expression": "Not([IsSoftDeleted])"}]`

/** Adds `lint` to the `entra` command. */
export function register(command: Command): void {
  command
    .command('lint')
    .description('find what an attribute mapping gets wrong')
    .argument('<file>', 'mapping as JSON')
    .addOption(new Option('--profile <profile>', 'rules of the target').choices(['entra', 'lark']).default('entra'))
    .addOption(
      new Option('--fail-on <severity>', 'least severity that fails')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', forms)
    .action(async (file: string, options: Omit<LintOptions, 'file'>) => {
      const { exitWith, print, complain } = await import('../output.ts')
      await exitWith(() => runLint({ ...options, file }, { out: print, err: complain }))
    })
}
