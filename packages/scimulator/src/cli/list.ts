import { Argument, type Command } from 'commander'
import type { ListArguments } from './list-options.ts'

/** `scimulator list`; the work is in list-command.ts, which is loaded only when it is called. */
export function registerList(program: Command): void {
  program
    .command('list')
    .description(
      'what ships inside: scenarios, findings of "scimulator test", quirks of the identity providers, switches, acts of "export requests"',
    )
    .addArgument(
      new Argument('[what]', 'what to list')
        .choices(['scenarios', 'findings', 'quirks', 'switches', 'acts'])
        .default('scenarios'),
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator list
  $ scimulator list quirks
  $ scimulator list switches --json`,
    )
    .action(async (what: ListArguments['what'], options: Omit<ListArguments, 'what'>) => {
      const [{ listCommand }, { exitWith }] = await Promise.all([import('./list-command.ts'), import('./output.ts')])
      await exitWith(() => listCommand({ ...options, what }))
    })
}
