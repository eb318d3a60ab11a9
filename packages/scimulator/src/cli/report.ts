import type { Command } from 'commander'
import type { MergeArguments } from './report-merge-command.ts'

/** `scimulator report merge`; the work is in report-merge-command.ts, which is loaded only when it is called. */
export function registerReport(program: Command): void {
  program
    .command('report')
    .description('results of runs')
    .command('merge')
    .description('make one result, and one verdict, of those of several machines (run --shard)')
    .argument('<files...>', 'JSON results of "scimulator run"')
    .option('--json <file>', 'write the whole as JSON; - is standard output')
    .option('--junit <file>', 'write JUnit XML; - is standard output')
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
