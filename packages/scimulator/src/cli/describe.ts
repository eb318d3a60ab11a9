import type { Command } from 'commander'

/** `scimulator describe`; the work is in describe-command.ts, which is loaded only when it is called. */
export function registerDescribe(program: Command): void {
  program
    .command('describe')
    .description('a scenario in prose, for a reviewer who knows the help page and not the code')
    .argument('<file>', 'a scenario file, or the name of one that ships inside')
    .addHelpText(
      'after',
      `
Example:
  $ scimulator describe entra/help-page

Exit codes: 0 told, 2 the file does not load.`,
    )
    .action(async (file: string) => {
      const [{ describeCommand }, { exitWith }] = await Promise.all([
        import('./describe-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => describeCommand(file))
    })
}
