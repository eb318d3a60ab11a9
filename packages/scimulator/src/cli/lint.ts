import type { Command } from 'commander'
import type { LintOptions } from './lint-options.ts'

export function registerLint(program: Command): void {
  program
    .command('lint')
    .description('check scenario files without running them')
    .argument('<paths...>', 'scenario files, or folders of them')
    .option('--fix', 'rewrite words of earlier versions in place; also in guides and tests that are named one by one')
    .addHelpText(
      'after',
      '\nExamples:\n  $ scimulator lint scenarios\n  $ scimulator lint --fix scenarios docs/guides/scenarios.md',
    )
    .action(async (paths: string[], options: LintOptions) => {
      const [{ lintCommand }, { exitWith }] = await Promise.all([import('./lint-command.ts'), import('./output.ts')])
      await exitWith(() => lintCommand(paths, options))
    })
}
