import { type Command, Option } from 'commander'
import type { RunArguments } from './run-options.ts'
import { addTargetFlags } from './target-flags.ts'

/** `scimulator run`; the work is in run-command.ts, which is loaded only when it is called. */
export function registerRun(program: Command): void {
  const command = program
    .command('run')
    .description('replay scenario files and print what happened')
    .argument(
      '[paths...]',
      'scenario files or folders of them; or names of those that ship inside, such as entra/help-page',
    )
    .option('--all', 'all scenarios that ship inside')
    .option('--seed <number>', 'seed of all ids and people; wins over the files')
    .option('--filter <text>', 'only scenarios whose file or title contains the text')
    .option('--tags <list>', 'only scenarios with one of these tags, and none with !: smoke,!slow')
    .option('--failed', 'only what did not pass in this folder’s last run')
    .option('--fail-fast', 'end with the first run that does not pass')
    .option('--list', 'say what would run, and run nothing')
    .option('--shard <i/n>', 'this machine’s part of the files; n alone takes i from JOB_COMPLETION_INDEX')
    .option('--durations <file>', 'JSON result of an earlier run, by which --shard makes parts of equal length')
    .option(
      '--json <file>',
      'where the JSON result goes; - is standard output (default: .scimulator/results/latest.json)',
    )
    .option('--junit <file>', 'write JUnit XML; - is standard output')
    .option('--html <file>', 'write the report as one page that opens anywhere; - is standard output')
    .option('--with-personal-data', 'let --html show scenarios that were told from a recording with the people in it')
    .option('--record', 'keep every step and request of runs that passed, too, in the JSON result and the page')
    .option('--transcripts <folder>', 'write the canonical transcript of each scenario')
    .option('--har <folder>', 'write an HTTP archive of each scenario; - writes one of all to standard output')
    .option('--port <number>', 'port of the receiver (default: a free one)')
    .option('--verbose', 'every step and expectation of every run')
    .option('--reporter <name>', 'screen, tap, or github: annotations and a summary (default inside GitHub Actions)')
    .addOption(new Option('--brief').hideHelp())
    .option('--plan', 'print what would be created at --target and asked of it, and send no write')
    .option(
      '--ledger <folder>',
      'where the list of what was created at --target is kept (default: .scimulator/ledgers)',
    )
    .option('--adopt <file>', 'accounts at --target that may be changed and are put back: userNames or ids, one a line')
    .addOption(new Option('--namespace <prefix>').hideHelp())
  addTargetFlags(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (paths: string[], options: RunArguments) => {
    const [{ runCommand }, { exitWith }] = await Promise.all([import('./run-command.ts'), import('./output.ts')])
    await exitWith(() => runCommand(paths, options))
  })
}

const EXAMPLES = `
Examples:
  $ scimulator run entra/help-page
  $ scimulator run scenarios
  $ scimulator run --all --seed 7 --transcripts out
  $ scimulator run --failed --html report.html
  $ TOKEN=… scimulator run entra --target https://scim.example/v2 --token-env TOKEN --i-own-this-target

Exit codes: 0 all passed, 1 an expectation failed, 2 bad input or usage or the target is not there, 3 a bug of
Scimulator, 4 all passed and something is left at the target, 130 and 143 stopped by SIGINT and SIGTERM after
cleaning up.`
