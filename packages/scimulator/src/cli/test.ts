import type { Command } from 'commander'
import { addTargetFlags } from './target-flags.ts'
import type { TestArguments } from './test-command.ts'

/** `scimulator test`; the work is in test-command.ts, which is loaded only when it is called. */
export function registerTest(program: Command): void {
  const command = program
    .command('test')
    .description('will it work with Entra ID, JumpCloud and Okta? One endpoint, one verdict, the causes ranked')
    .argument('<url>', 'SCIM base URL, the part before /Users')
    .option('--only <names>', 'entra, entra-legacy, jumpcloud, okta, rfc: whose verdicts count (default: all five)')
    .option('--finding <id>', 'ask only what shows this finding')
    .option('--suite <names>', 'ask what others have published, and nothing else: entra-gallery, okta, rfc')
    .option(
      '--access <command>',
      'asks the application whether {userName} gets in: exit code 0 or 1; may be repeated',
      several,
    )
    .option(
      '--access-url <url>',
      'the same by a URL with {userName}: 2xx, or 401, 403 or 404; may be repeated',
      several,
    )
    .option('--block <command>', 'shuts {userName} out, as an administrator of the application does')
    .option('--baseline <file>', 'fail on findings that are not in this file')
    .option('--write-baseline <file>', 'write what is found now as the known findings')
    .option('--fail-on <what>', 'findings (default), or breaks: only what makes a verdict break')
    .option(
      '--reporter <name>',
      'screen, json, tap, agent: a work order for each finding; github (default inside GitHub Actions)',
    )
    .option('--junit <file>', 'write JUnit XML: a finding is a failure; - is standard output')
    .option('--json <file>', 'write the result as JSON; - is standard output')
    .option('--html <file>', 'write the report as one page that opens anywhere')
    .option('--record', 'keep what went over the wire of every life, not only of those that broke')
    .option('--settle <times>', 'when an unexpected answer is read again (default: 0.2s,1s,3s)')
    .option('--shell <name>', 'for which shell requests are printed: posix, powershell or cmd (default: this one)')
    .option('--verbose', 'requests in full, remarks, and what was not judged')
  addTargetFlags(command, false)
  command.addHelpText('after', EXAMPLES).action(async (url: string, options: TestArguments) => {
    const [{ testCommand }, { exitWith }] = await Promise.all([import('./test-command.ts'), import('./output.ts')])
    await exitWith(() => testCommand(url, options))
  })
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

const EXAMPLES = `
Examples:
  $ scimulator test http://localhost:3000/scim/v2 --token-env TOKEN
  $ scimulator test http://localhost:3000/scim/v2 --token-env TOKEN --only entra --fail-on breaks
  $ scimulator test http://localhost:3000/scim/v2 --token-env TOKEN --finding string-false-is-true
  $ scimulator test http://localhost:3000/scim/v2 --token-env TOKEN --access 'node can-sign-in.mjs {userName}'

Exit codes: 0 nothing found, 1 a finding or something that nothing explains, 2 the endpoint could not be looked at,
3 a bug of Scimulator, 4 nothing found, but something is left behind.`
