// The `scimulator` command. A command here parses its arguments and calls; the work is loaded when it is called, so that --help is quick.
import type { ProgramEntry } from '@scimulator/shared/program'
import { Command, CommanderError } from 'commander'
import { VERSION } from '../shipped/version.ts'
import { registerCall } from './call.ts'
import { registerClean } from './clean.ts'
import { registerCompletion } from './completion.ts'
import { registerCopy } from './copy.ts'
import { registerData } from './data.ts'
import { registerDescribe } from './describe.ts'
import { registerDoctor } from './doctor.ts'
import { registerEntraCommands } from './entra/index.ts'
import { registerExplore } from './explore.ts'
import { registerExport } from './export.ts'
import { registerFmt } from './fmt.ts'
import { registerInit } from './init.ts'
import { registerLint } from './lint.ts'
import { registerList } from './list.ts'
import { registerLook } from './look.ts'
import { registerMcp } from './mcp.ts'
import { registerPrograms } from './program-up.ts'
import { registerRecord } from './record.ts'
import { registerRedact } from './redact.ts'
import { registerReplay } from './replay.ts'
import { registerReport } from './report.ts'
import { registerRun } from './run.ts'
import { registerSchema } from './schema.ts'
import { registerTest } from './test.ts'
import { registerUp } from './up.ts'
import { registerWatch } from './watch.ts'

const EXAMPLES = `
Examples:
  $ scimulator test http://localhost:3000/scim/v2 --token-env TOKEN
                                             will it work with Entra ID, JumpCloud and Okta?
  $ scimulator up --demo                     consoles in a browser, with a company in them
  $ scimulator list                          scenarios that ship inside
  $ scimulator run entra/help-page           replay one of them, or a file of yours
  $ scimulator lint scenarios/entra          check files without running them
  $ scimulator help run                      all options of a command`

/** In the order in which --help shows them. */
const COMMANDS = [
  registerTest,
  registerInit,
  registerRun,
  registerWatch,
  registerExplore,
  registerClean,
  registerLint,
  registerFmt,
  registerDescribe,
  registerLook,
  registerList,
  registerCopy,
  registerRecord,
  registerRedact,
  registerReplay,
  registerReport,
  registerExport,
  registerSchema,
  registerUp,
  registerCall,
  registerPrograms,
  registerEntraCommands,
  registerData,
  registerDoctor,
  registerMcp,
  registerCompletion,
]

/** @param entries the programs that have a command */
export function createProgram(entries?: readonly ProgramEntry[]): Command {
  const program = new Command('scimulator')
    .description('provisioning by Entra ID, JumpCloud and Okta, simulated, and a SCIM 2.0 receiver to point them at')
    .version(VERSION)
    .showHelpAfterError('(scimulator --help shows the commands)')
    .addHelpText('after', EXAMPLES)
  for (const register of COMMANDS)
    if (register === registerPrograms) registerPrograms(program, entries)
    else register(program)
  return exiting(program)
}

/** Wrong usage ends with exit code 2, like every bad input. */
function exiting(program: Command): Command {
  program.exitOverride()
  for (const command of program.commands) exiting(command)
  return program
}

/** Carries out one command line and sets `process.exitCode`; wrong usage is 2, like every bad input. */
export async function runCli(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : 2
  }
}
