import type { Command } from 'commander'
import type { CleanArguments } from './clean-options.ts'
import { addTargetFlags } from './target-flags.ts'

/** `scimulator clean`; the work is in clean-command.ts, which is loaded only when it is called. */
export function registerClean(program: Command): void {
  const command = program
    .command('clean')
    .description('remove what runs have left at a target, such as one that was killed')
    .option('--ledger <folder>', 'where the lists of what was made are kept (default: .scimulator/ledgers)')
    .option(
      '--age <time>',
      'how old what is in no list has to be, by its name and meta.created (default: 2h; 0 for any age)',
    )
    .option('--yes', 'remove without asking')
  addTargetFlags(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (options: CleanArguments) => {
    const [{ cleanCommand }, { exitWith }] = await Promise.all([import('./clean-command.ts'), import('./output.ts')])
    await exitWith(() => cleanCommand(options))
  })
}

const EXAMPLES = `
Examples:
  $ TOKEN=… scimulator clean --target https://scim.example/v2 --token-env TOKEN --i-own-this-target
  $ scimulator clean --target staging --yes --age 0

What stands in a ledger is removed when it still carries the run's name. Without a ledger only accounts and groups are
taken whose whole name is one of a run: scimulator-, the run's eight characters, and what follows.

Exit codes: 0 nothing is left, 1 something is there and was not removed because the answer was not yes, 2 bad
input or usage, 3 a bug of Scimulator, 4 something could not be removed.`
