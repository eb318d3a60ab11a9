import type { Command } from 'commander'
import { parsePort } from './parse-port.ts'
import type { RecordArguments } from './record-command.ts'

/** `scimulator record`; the work is in record-command.ts, which is loaded only when it is called. */
export function registerRecord(program: Command): void {
  program
    .command('record')
    .description('sit between an identity provider and a SCIM endpoint, and record what they say to each other')
    .requiredOption('--to <url>', 'SCIM base URL of the endpoint, such as http://localhost:3000/scim/v2')
    .requiredOption('--out <file>', 'the recording; one that is there goes on')
    .option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, 8088)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--allow-host <name...>', 'names by which it may be called from outside, such as that of a tunnel', [])
    .option('--keep-personal-data', 'keep names, addresses, numbers and texts as they are')
    .option('--i-own-this-target', 'the endpoint is on another machine, and you may send requests there')
    .addHelpText('after', EXAMPLES)
    .action(async (options: RecordArguments) => {
      const [{ recordCommand }, { exitWith }] = await Promise.all([
        import('./record-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => recordCommand(options))
    })
}

const EXAMPLES = `
Examples:
  $ scimulator record --to http://localhost:3000/scim/v2 --out today.jsonl
  $ scimulator record --to http://localhost:3000/scim/v2 --out tenant.jsonl --allow-host abc.tunnel.example

Give the identity provider http://localhost:8088 as the base URL: what is asked there goes to the endpoint as it is, and
so does the answer. Tokens and passwords are struck out. Names, addresses, numbers and texts of people are made up, the
same for the same value everywhere, with their length, case and letters beyond ASCII. The key beside the file (FILE.key)
makes the same names when the recording goes on; it is nothing to share.

Exit codes: 2 bad input or usage, 3 a bug of Scimulator, 130 and 143 ended by SIGINT and SIGTERM.`
