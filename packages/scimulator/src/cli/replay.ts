import type { Command } from 'commander'
import type { ReplayArguments } from './replay-command.ts'
import { addTargetFlags } from './target-flags.ts'

/** `scimulator replay`; the work is in replay-command.ts, which is loaded only when it is called. */
export function registerReplay(program: Command): void {
  const command = program
    .command('replay <file>')
    .description('replay a recording against another endpoint, and compare the answers')
    .option('--plan', 'print what would be created at --target and asked of it, and send no write')
    .option(
      '--ledger <folder>',
      'where the list of what was created at --target is kept (default: .scimulator/ledgers)',
    )
    .option('--with-personal-data', 'send names, addresses and numbers of a file in which they were not made up')
  addTargetFlags(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (file: string, options: ReplayArguments) => {
    const [{ replayCommand }, { exitWith }] = await Promise.all([import('./replay-command.ts'), import('./output.ts')])
    await exitWith(() => replayCommand(file, options))
  })
}

const EXAMPLES = `
Examples:
  $ scimulator replay today.jsonl --target http://localhost:3000/scim/v2
  $ TOKEN=… scimulator replay browser.har --target https://scim.example/v2 --token-env TOKEN --i-own-this-target --plan

The file is a recording, an HTTP archive (HAR), a JSON report of newman or a collection of Postman with saved answers.
Ids, versions and names are those of the run; who is there already is not touched, and what was made is deleted.

Exit codes: 0 no answer differs, 1 an answer differs or a finding, 2 bad input or usage or the target is not there,
3 a bug of Scimulator, 4 no answer differs and something is left at the target, 130 and 143 stopped by SIGINT and
SIGTERM after cleaning up.`
