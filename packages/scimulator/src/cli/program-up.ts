import { PROGRAMS } from '@scimulator/harness/programs'
import type { ProgramEntry } from '@scimulator/shared/program'
import { type Command, Option } from 'commander'
import { addCompanyOptions } from './company-options.ts'
import { parsePort } from './parse-port.ts'
import type { ProgramUpOptions } from './program-up-options.ts'
import { SWITCH_HELP } from './switch-help.ts'

/** `scimulator NAME up` for each program of the list; one whose `up` has options of its own has registered it before. */
export function registerPrograms(program: Command, entries: readonly ProgramEntry[] = PROGRAMS): void {
  for (const entry of entries)
    if (!program.commands.some((command) => command.name() === entry.name)) registerProgram(program, entry)
}

/** The work is in program-up-command.ts, which is loaded only when it is called. */
function registerProgram(program: Command, entry: ProgramEntry): void {
  const command = program.command(entry.name).description(entry.about)
  addCompanyOptions(command.command('up').description('serve it until Ctrl-C'))
    .option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, entry.port)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <folder>', 'keep everything in this folder (default: in memory)')
    .addOption(
      new Option('--clock <kind>', 'virtual: time moves only through /_scimulator/clock')
        .choices(['real', 'virtual'])
        .default('real'),
    )
    .option('--profile <name>', 'a named set of switches; an unknown name is answered with the known ones')
    .option(
      '--allow-target <origin...>',
      'origins beyond this machine that may be provisioned, such as https://scim.example.com',
      [],
    )
    .option('--switch <name=value...>', `${SWITCH_HELP}; they win over the profile`, [])
    .addHelpText('after', examplesOf(entry))
    .action(async (options: ProgramUpOptions) => {
      const [{ programUp }, { exitWith }] = await Promise.all([
        import('./program-up-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => programUp(entry, options))
    })
}

function examplesOf({ name, port }: ProgramEntry): string {
  return `
Examples:
  $ scimulator ${name} up --port ${port}
  $ scimulator ${name} up --data ./${name}-data
  $ scimulator ${name} up --people 40
  $ scimulator ${name} up --allow-target https://scim.example.com
  $ scimulator list switches
  $ curl http://127.0.0.1:${port}/_scimulator/verbs

Exit codes: 2 bad input (port in use, unusable folder), 3 a bug of Scimulator,
130 and 143 stopped by Ctrl-C and SIGTERM.`
}
