import { type Command, Option } from 'commander'
import { addCompanyOptions } from './company-options.ts'
import type { JumpCloudArguments } from './jumpcloud-options.ts'
import { parsePort } from './parse-port.ts'
import { SWITCH_HELP } from './switch-help.ts'

/** `scimulator jumpcloud up`; the work is in jumpcloud-command.ts, which is loaded only when it is called. */
export function registerJumpCloud(program: Command): void {
  addCompanyOptions(
    program
      .command('jumpcloud')
      .description('JumpCloud: an organisation with its directory, its SCIM connectors and its API')
      .command('up')
      .description('serve one organisation until Ctrl-C'),
  )
    .option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, 8420)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <folder>', 'keep the organisation in this folder (default: in memory)')
    .addOption(
      new Option('--clock <kind>', 'virtual: time moves only through /_scimulator/clock')
        .choices(['real', 'virtual'])
        .default('real'),
    )
    .addOption(
      new Option('--profile <name>', 'set of switches')
        .choices(['jumpcloud-default', 'jumpcloud-put-groups'])
        .default('jumpcloud-default'),
    )
    .option(
      '--allow-target <origin...>',
      'origins beyond this machine that may be provisioned, such as https://scim.example.com',
      [],
    )
    .option('--switch <name=value...>', `${SWITCH_HELP}; they win over the profile`, [])
    .addHelpText('after', EXAMPLES)
    .action(async (options: JumpCloudArguments) => {
      const [{ jumpCloudUp }, { exitWith }] = await Promise.all([
        import('./jumpcloud-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => jumpCloudUp(options))
    })
}

const EXAMPLES = `
Examples:
  $ scimulator jumpcloud up --port 8420
  $ scimulator jumpcloud up --data ./jumpcloud-data
  $ scimulator jumpcloud up --people 40
  $ scimulator jumpcloud up --allow-target https://scim.example.com
  $ scimulator jumpcloud up --switch userNameSource=email retryLimit=0
  $ curl -X POST http://127.0.0.1:8420/_scimulator/verbs/create-api-key -H 'content-type: application/json' -d '{}'

Exit codes: 2 bad input (port in use, unusable folder), 3 a bug of Scimulator,
130 and 143 stopped by Ctrl-C and SIGTERM.`
