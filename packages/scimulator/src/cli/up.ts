import { type Command, InvalidArgumentError, Option } from 'commander'
import { parsePort } from './parse-port.ts'
import { addTargetFlags } from './target-flags.ts'
import type { UpOptions } from './up/up-options.ts'

const EXAMPLES = `
Examples:
  $ scimulator up --demo                  a company, three identity providers, a receiver, and pages to see them work
  $ scimulator up --demo --people 5000
  $ scimulator up --demo --target http://localhost:3000/scim/v2 --token-env TOKEN
                                          your own endpoint in the place of the receiver
  $ scimulator up --data ./world          empty at first, and kept in the folder

What the pages do can be done by scripts: docs/reference/control-surface.md, below the address that is printed.

Exit codes: 2 bad input (port in use, unusable folder), 3 a bug of Scimulator,
130 and 143 stopped by Ctrl-C and SIGTERM.`

/** `scimulator up`; the work is in up/up-command.ts, which is loaded only when it is called. */
export function registerUp(program: Command): void {
  const command = program
    .command('up')
    .description(
      'a receiver, an Entra ID tenant, a JumpCloud organisation, an Okta org and their consoles in a browser, until Ctrl-C',
    )
    .option('--demo', 'begin with a made-up company in all three identity providers')
    .option('--people <number>', 'with --demo: the number of people (default: 48)', people)
    .option('--company <name>', 'with --demo: what the company is called (default: Contoso)')
    .option('--domain <domain>', 'with --demo: what its addresses end in (default: contoso.example)')
    .option('--port <number>', 'port of the consoles; 0 takes a free one', parsePort, 8400)
    .option('--receiver-port <number>', 'port of the receiver’s SCIM; 0 takes a free one', parsePort, 0)
    .option('--data <folder>', 'keep everything in this folder (default: in memory)')
    .addOption(
      new Option(
        '--clock <kind>',
        'virtual: time moves when you move it (default in memory); real: the only one with --data',
      ).choices(['real', 'virtual']),
    )
    .option('--no-open', 'open no browser; without a terminal none is opened anyway')
  addTargetFlags(command)
    .option(
      '--no-observe',
      'with --target: no reads before and after each write; what it changed is read from its answer',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (options: UpOptions) => {
      const [{ up }, { exitWith }] = await Promise.all([import('./up/up-command.ts'), import('./output.ts')])
      await exitWith(() => up(options))
    })
}

function people(text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= 1) return value
  throw new InvalidArgumentError('It is a whole number from 1 on.')
}
