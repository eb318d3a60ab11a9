import type { Command } from 'commander'

/** `scimulator call`; the work is in call-command.ts, which is loaded only when it is called. */
export function registerCall(program: Command): void {
  program
    .command('call')
    .description('carry out one verb of a running program, such as entra.assign')
    .argument('<program.verb>', 'as scenarios write it')
    .argument('[values...]', 'its input, as name=value; a dot in a name leads inward, and a value may be JSON')
    .option('--at <url>', 'where the program listens', 'http://127.0.0.1:8400')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator up --demo
  $ scimulator call entra.update-user user=ana@contoso.example set.jobTitle=Director
  $ scimulator call world.advance by=40m
  $ scimulator call lark.deactivate-member member=ana@contoso.example --at http://127.0.0.1:8400

It prints what the verb answers, as JSON.

Exit codes: 0 carried out, 2 it was not: no such verb, a wrong input, refused, or nothing answers there.`,
    )
    .action(async (verb: string, values: string[], { at }: { at: string }) => {
      const [{ callCommand }, { exitWith }] = await Promise.all([import('./call-command.ts'), import('./output.ts')])
      await exitWith(() => callCommand(verb, values, at))
    })
}
