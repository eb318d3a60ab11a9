import type { Command } from 'commander'
import type { ExploreArguments } from './explore-command.ts'
import { addTargetFlags } from './target-flags.ts'

/** `scimulator explore`; the work is in explore-command.ts, which is loaded only when it is called. */
export function registerExplore(program: Command): void {
  const command = program
    .command('explore')
    .description('try random histories of an administrator’s acts, and write the shortest one that fails as a scenario')
    .option('--idp <name>', 'who provisions: entra, entra-legacy, jumpcloud, okta or okta-catalogue', 'entra')
    .option('--acts <number>', 'most acts of one history, beside those of the company that it begins with', '25')
    .option('--histories <number>', 'how many histories', '100')
    .option('--minutes <number>', 'begin no history after so many minutes')
    .option('--seed <number>', 'the same seed tries the same histories', '1')
    .option('--faults', 'draw what goes wrong on the wire, too')
    .option(
      '--deviation <names>',
      'what our receiver does wrong, as in "scimulator list findings"; without --target only',
    )
    .option('--corpus <folder>', 'keep what was found as scenario files there, and run those first')
    .option('--shard <i/n>', 'this machine’s part of the histories; "report merge" makes one result of all')
    .option('--json <file>', 'write what was reached and found as JSON; - is standard output')
    .option('--out <file>', 'where the scenario goes that fails', 'explored.yaml')
    .option(
      '--ledger <folder>',
      'where the list of what was created at --target is kept (default: .scimulator/ledgers)',
    )
  command.option('--plan', 'print what would be created at --target and asked of it, and send no write')
  addTargetFlags(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (options: ExploreArguments) => {
    const [{ exploreCommand }, { exitWith }] = await Promise.all([
      import('./explore-command.ts'),
      import('./output.ts'),
    ])
    await exitWith(() => exploreCommand(options))
  })
}

const EXAMPLES = `
Examples:
  $ scimulator explore --target own --histories 500 --faults
  $ scimulator explore --idp jumpcloud --corpus found --minutes 10
  $ scimulator explore --idp okta-catalogue --faults
  $ scimulator explore --deviation member-add-replaces && scimulator run explored.yaml
  $ scimulator explore --target http://localhost:3000/scim/v2 --token-env TOKEN --acts 12 --minutes 5

Exit codes: 0 nothing was found, 1 a history failed and stands in --out, 2 bad input or usage or the target is not
there, 4 nothing was found and something is left at the target, 130 and 143 stopped by SIGINT and SIGTERM after
cleaning up.`
