import type { Command } from 'commander'

/** `scimulator watch`; the work is in watch-command.ts, which is loaded only when it is called. */
export function registerWatch(program: Command): void {
  program
    .command('watch')
    .description('run scenarios, and rerun those that a change affects, until Ctrl-C')
    .argument('[paths...]', 'scenario files, or folders of them (default: scenarios)')
    .addHelpText(
      'after',
      `
A scenario runs again when it changes, and when a fragment, a company or a golden does that it reads. A file that does
not load is told, and watched on.

Examples:
  $ scimulator watch
  $ scimulator watch scenarios/leaver.yaml

Exit codes: 2 there is no scenario, 130 or 143 it was stopped.`,
    )
    .action(async (paths: string[]) => {
      const [{ watchCommand }, { exitWith }] = await Promise.all([import('./watch-command.ts'), import('./output.ts')])
      await exitWith(() => watchCommand(paths.length === 0 ? ['scenarios'] : paths))
    })
}
