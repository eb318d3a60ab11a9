import type { Command } from 'commander'

export function registerLint(program: Command): void {
  program
    .command('lint')
    .description('check scenario files without running them')
    .argument('<paths...>', 'scenario files, or folders of them')
    .addHelpText('after', '\nExample:\n  $ scimulator lint scenarios')
    .action(async (paths: string[]) => {
      const [{ lintCommand }, { exitWith }] = await Promise.all([import('./lint-command.ts'), import('./output.ts')])
      await exitWith(() => lintCommand(paths))
    })
}
