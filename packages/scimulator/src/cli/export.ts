import type { Command } from 'commander'
import type { ExportRequestsArguments } from './export-requests-command.ts'
import type { ExportStoryArguments } from './export-story-command.ts'

/** `scimulator export`; the work is in a file for each, which is loaded only when it is called. */
export function registerExport(program: Command): void {
  const command = program
    .command('export')
    .description('what the engines know, as files for other tools; or a scenario as one HTML file to step through')
  registerExportRequests(command)
  registerExportStory(command)
}

function registerExportRequests(command: Command): void {
  command
    .command('requests')
    .description('what Entra ID, JumpCloud or Okta sends in the life of a small company, for suites in any language')
    .option('--as <name>', 'entra, entra-legacy, jumpcloud, okta, okta-catalogue: who sends')
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

function registerExportStory(command: Command): void {
  command
    .command('story', { isDefault: true })
    .description('a scenario, carried out and written as one HTML file that needs no server: every step, with the wire')
    .argument('<scenario>', 'a scenario file, or the name of one that ships inside')
    .option('-o, --out <file>', 'where it goes; - is standard output', '-')
    .option('--rename-people', 'gives every person another name, address and telephone number')
    .option('--with-personal-data', 'of a scenario that was told from a recording with the people in it')
    .option('--combination <name>', 'of a file with a matrix: which of its combinations (default: the first)')
    .addHelpText(
      'after',
      `
Examples:
  $ scimulator export leaver.yaml -o run.html
  $ scimulator export stories/mass-unassign --rename-people -o threshold.html

"scimulator list" shows the scenarios that ship inside. Tokens are struck out; names of companies and groups stay.
Exit codes: 0 written; 1 written, and the scenario did not pass; 2 the file cannot be read or written, or it would be
larger than 20 MB.`,
    )
    .action(async (scenario: string, options: ExportStoryArguments) => {
      const [{ exportStoryCommand }, { exitWith }] = await Promise.all([
        import('./export-story-command.ts'),
        import('./output.ts'),
      ])
      await exitWith(() => exportStoryCommand(scenario, options))
    })
}
