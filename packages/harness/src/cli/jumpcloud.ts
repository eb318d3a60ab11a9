import type { Command } from 'commander'
import type { JumpCloudArguments } from './jumpcloud-command.ts'

/** `scimulator jumpcloud up`; the work is in jumpcloud-command.ts, which is loaded only when it is called. */
export function registerJumpCloud(program: Command): void {
  program
    .command('jumpcloud')
    .description('JumpCloud: an organisation with its directory, its SCIM connectors and its API')
    .command('up')
    .description('serve one organisation until Ctrl-C')
    .option('--port <number>', 'port on loopback', '8420')
    .option('--data <folder>', 'keep the organisation in this folder (default: in memory)')
    .option('--clock <kind>', 'real, or virtual: time moves only through /_scimulator/clock', 'real')
    .option('--profile <name>', 'set of switches: jumpcloud-default or jumpcloud-put-groups', 'jumpcloud-default')
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
  $ curl -X POST http://127.0.0.1:8420/_scimulator/verbs/create-api-key -H 'content-type: application/json' -d '{}'`
