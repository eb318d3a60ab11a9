import { type Command, Option } from 'commander'
import { CI_SYSTEMS, PROVIDERS } from '../init/choices.ts'
import type { InitArguments } from './init-command.ts'

/** `scimulator init`; the work is in init-command.ts, which is loaded only when it is called. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description(
      'a first scenario, settings for editors, scimulator.config.yaml and a CI workflow; nothing is overwritten',
    )
    .argument('[dir]', 'folder of the project', '.')
    .addOption(new Option('--only <provider>', 'identity provider of the first scenario').choices(PROVIDERS))
    .option('--target <url>', 'SCIM base URL of your endpoint, for scimulator.config.yaml')
    .addOption(new Option('--ci <system>', 'whose workflow is written').choices(CI_SYSTEMS))
    .option('--from <recording>', 'make the first scenario of what must have happened for these requests to be sent')
    .option('--with-personal-data', 'for a file whose names, addresses and numbers are real')
    .addHelpText(
      'after',
      `
What no flag says is asked on a terminal; elsewhere it is entra, no endpoint, and github.

Examples:
  $ scimulator init
  $ scimulator init --only jumpcloud --target http://localhost:3000/scim/v2 --ci gitlab
  $ scimulator init --from today.jsonl

Exit codes: 0 written, or there already; 2 a scenario of yours is in the way, or something cannot be written.`,
    )
    .action(async (dir: string, given: InitArguments) => {
      const [{ initCommand }, { exitWith }] = await Promise.all([import('./init-command.ts'), import('./output.ts')])
      await exitWith(() => initCommand(dir, given))
    })
}
