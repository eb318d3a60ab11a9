import type { Command } from 'commander'
import type { MergeArguments } from './report-merge-command.ts'
import type { ShowArguments } from './report-show-command.ts'

/** `scimulator report`; the work is in report-…-command.ts, which is loaded only when it is called. */
export function registerReport(program: Command): void {
  const report = program.command('report').description('results of runs and tests')
  registerShow(report)
  report
    .command('merge')
    .description('make one result, and one verdict, of those of several machines (run --shard, explore --shard)')
    .argument('<files...>', 'JSON results of "scimulator run", or of "scimulator explore"')
    .option('--json <file>', 'write the whole as JSON; - is standard output')
    .option('--junit <file>', 'write JUnit XML; - is standard output')
    .option('--html <file>', 'write the report of the whole as one page')
    .addHelpText(
      'after',
      `
Example:
  $ scimulator report merge shard-1.json shard-2.json --json all.json

Exit codes: those of "scimulator run", as if one machine had run everything; 2 when a shard is missing or a scenario
is there twice.`,
    )
    .action(async (files: string[], options: MergeArguments) => {
      const [{ reportMergeCommand }, { exitWith }] = await Promise.all([
        import('./report-merge-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => reportMergeCommand(files, options))
    })
}

function registerShow(report: Command): void {
  report
    .command('show')
    .description('show a JSON result of "run" or "test" (of suites too) again, here or as a page')
    .argument('<file>', 'JSON result; - is standard input')
    .option('--html <file>', 'write the page instead; - is standard output')
    .option('--verbose', 'every step of a run; requests of a test in full')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator report show .scimulator/results/latest.json
  $ scimulator report show scim.json --html scim.html

Exit codes: 0 shown, 2 the file is not there or is not a result.`,
    )
    .action(async (file: string, options: ShowArguments) => {
      const [{ reportShowCommand }, { exitWith }] = await Promise.all([
        import('./report-show-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => reportShowCommand(file, options))
    })
}
