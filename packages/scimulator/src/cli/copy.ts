import type { Command } from 'commander'

/** `scimulator copy`; the work is in copy-command.ts, which is loaded only when it is called. */
export function registerCopy(program: Command): void {
  program
    .command('copy')
    .description('copy a scenario that ships inside, with everything it needs, as a start for yours')
    .argument('<name>', 'name of a scenario, or of a folder of them, as "scimulator list" shows it')
    .argument('[dir]', 'where it goes', 'scenarios')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator copy entra/help-page
  $ scimulator copy jumpcloud test/scim

Exit codes: 0 copied, or there already; 2 there is no such scenario, or a file of yours is in the way.`,
    )
    .action(async (name: string, dir: string) => {
      const [{ copyCommand }, { exitWith }] = await Promise.all([import('./copy-command.ts'), import('./output.ts')])
      await exitWith(() => copyCommand(name, dir))
    })
}
