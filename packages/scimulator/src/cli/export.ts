import type { Command } from 'commander'
import type { ExportRequestsArguments } from './export-requests-command.ts'

/** `scimulator export`; the work is in export-requests-command.ts, which is loaded only when it is called. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .description('what the engines know, as files for other tools')
    .command('requests')
    .description('what Entra ID or JumpCloud sends in the life of a small company, for suites in any language')
    .option('--as <name>', 'entra, entra-legacy, jumpcloud: who sends')
    .option(
      '--act <names>',
      'acts such as disabled,renamed, or leaver,joiner,… for several ("help" lists them; default: all)',
    )
    .option('--format <name>', 'json, http, http-jetbrains, hurl, har', 'json')
    .option('--url <url>', 'base URL, for formats that have one', 'http://localhost:3000/scim/v2')
    .option('--out <file>', 'where it goes; - is standard output', '-')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator export requests --as entra --act leaver,rename --format hurl --out leaver.hurl
  $ scimulator export requests --as jumpcloud --format http --out jumpcloud.http
  $ scimulator list acts

Ids that the endpoint gives are placeholders; acts that have to go before come along.
The same is in the package's folder "requests".
Exit codes: 0 written; 2 there is no such act, format or identity provider, or the file cannot be written.`,
    )
    .action(async (options: ExportRequestsArguments) => {
      const [{ exportRequestsCommand }, { exitWith }] = await Promise.all([
        import('./export-requests-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => exportRequestsCommand(options))
    })
}
