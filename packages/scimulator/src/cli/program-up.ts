import { PROGRAMS } from '@scimulator/harness/programs'
import type { ProgramEntry, UpFacts, UpOption } from '@scimulator/shared/program'
import { type Command, Option } from 'commander'
import { companyOptions } from './company-options.ts'
import { parsePort } from './parse-port.ts'
import type { ProgramUpOptions } from './program-up-options.ts'
import { SWITCH_HELP } from './switch-help.ts'

/** `scimulator NAME up` for each program of the list. */
export function registerPrograms(program: Command, entries: readonly ProgramEntry[] = PROGRAMS): void {
  for (const entry of entries) registerProgram(program, entry)
}

/** The work is in program-up-command.ts, which is loaded only when it is called. */
function registerProgram(program: Command, entry: ProgramEntry): void {
  const command = program.command(entry.name).description(entry.about)
  const up = command.command('up').description(entry.up?.about ?? 'serve it until Ctrl-C')
  for (const option of optionsOf(entry)) up.addOption(option)
  up.addHelpText('after', examplesOf(entry)).action(async (options: ProgramUpOptions) => {
    const [{ programUp }, { exitWith }] = await Promise.all([import('./program-up-command.ts'), import('./output.ts')])
    await exitWith(() => programUp(entry, options))
  })
}

/** Those of every `up`, and the program's own; one of the same name stands in the place of the other. */
function optionsOf({ port, up }: ProgramEntry): readonly Option[] {
  const { options = [], without = [] }: Partial<UpFacts> = up ?? {}
  const own = options.map(optionFrom)
  const [names, absent] = [new Set(own.map((option) => option.attributeName())), new Set(without)]
  const common = commonOptions(port).filter((option) => {
    const name = option.attributeName()
    return !names.has(name) && !absent.has(name)
  })
  return [...common, ...own]
}

function optionFrom({ flags, about, default: usual, choices, isPort }: UpOption): Option {
  const option = new Option(flags, about)
  if (isPort) option.argParser(parsePort)
  if (choices !== undefined) option.choices([...choices])
  // Commander adds to a list that it is given.
  return usual === undefined ? option : option.default(typeof usual === 'string' ? usual : [...usual])
}

function commonOptions(port: number): readonly Option[] {
  return [
    ...companyOptions(),
    new Option('--port <number>', 'port to listen on; 0 takes a free one').argParser(parsePort).default(port),
    new Option('--host <address>', 'address to listen on').default('127.0.0.1'),
    new Option('--data <folder>', 'keep everything in this folder (default: in memory)'),
    new Option('--clock <kind>', 'virtual: time moves only through /_scimulator/clock')
      .choices(['real', 'virtual'])
      .default('real'),
    new Option('--profile <name>', 'a named set of switches; an unknown name is answered with the known ones'),
    new Option(
      '--allow-target <origin...>',
      'origins beyond this machine that may be provisioned, such as https://scim.example.com',
    ).default([]),
    new Option('--switch <name=value...>', `${SWITCH_HELP}; they win over the profile`).default([]),
  ]
}

function examplesOf({ name, port, up }: ProgramEntry): string {
  const examples = up?.examples ?? [
    `--port ${port}`,
    `--data ./${name}-data`,
    '--people 40',
    '--allow-target https://scim.example.com',
  ]
  return `
Examples:
${examples.map((example) => `  $ scimulator ${name} up ${example}`).join('\n')}
  $ scimulator list switches
  $ curl http://127.0.0.1:${port}/_scimulator/verbs

Exit codes: 2 bad input (port in use, unusable folder), 3 a bug of Scimulator,
130 and 143 stopped by Ctrl-C and SIGTERM.`
}
