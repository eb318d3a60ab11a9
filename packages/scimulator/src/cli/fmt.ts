import type { Command } from 'commander'

/** `scimulator fmt`; the work is in fmt-command.ts, which is loaded only when it is called. */
export function registerFmt(program: Command): void {
  program
    .command('fmt')
    .description('bring scenario files into one layout; comments, order and line breaks stay')
    .argument('<paths...>', 'scenario files, or folders of them')
    .option('--check', 'write nothing, and say which files are in another layout')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator fmt scenarios
  $ scimulator fmt --check scenarios

Exit codes: 0 in the layout, 1 with --check when a file is not, 2 a file cannot be read.`,
    )
    .action(async (paths: string[], options: { check?: boolean }) => {
      const [{ fmtCommand }, { exitWith }] = await Promise.all([import('./fmt-command.ts'), import('./output.ts')])
      await exitWith(() => fmtCommand(paths, options))
    })
}
