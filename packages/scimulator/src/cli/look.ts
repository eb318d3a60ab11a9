import { type Command, InvalidArgumentError } from 'commander'
import type { LookArguments } from './look-command.ts'

/** `scimulator look`; the work is in look-command.ts, which is loaded only when it is called. */
export function registerLook(program: Command): void {
  program
    .command('look')
    .description('one view of a scenario, as it is after a step')
    .argument('<file>', 'a scenario file, or the name of one that ships inside')
    .argument('<view>', 'such as directory.users, lark.members, entra.provisioning-logs, traffic')
    .argument('[query...]', 'what the view is asked, as name=value')
    .option('--at <step>', 'number of the step, as run --verbose counts them (default: the last one)', stepNumber)
    .option('--seed <number>', 'another seed than the file’s own', Number)
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator look entra/help-page --at 12 lark.members
  $ scimulator look my.yaml traffic sender=entra

It prints JSON: each item under its key.

Exit codes: 0 shown, 2 no such file, step or view, or a step before was not carried out.`,
    )
    .action(async (file: string, view: string, query: string[], options: Pick<LookArguments, 'at' | 'seed'>) => {
      const [{ lookCommand }, { exitWith }] = await Promise.all([import('./look-command.ts'), import('./output.ts')])
      await exitWith(() => lookCommand({ ...options, file, view, query }))
    })
}

function stepNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('A step is a number from 1 on.')
  return Number(text)
}
