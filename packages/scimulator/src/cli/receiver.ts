import { type Command, Option } from 'commander'
import { AUTHENTICATION_METHODS } from './authentication-methods.ts'
import { parsePort } from './parse-port.ts'
import type { ReceiverUpOptions } from './receiver-options.ts'
import { SWITCH_HELP } from './switch-help.ts'

/** `scimulator receiver up`; the work is in receiver-command.ts, which is loaded only when it is called. */
export function registerReceiver(program: Command): void {
  const up = program
    .command('receiver')
    .description('a SCIM 2.0 service provider of its own, to point a client or a test suite at')
    .command('up')
    .description('start one empty receiver with an active source, until Ctrl-C')
  addServingOptions(up)
  addSignInOptions(up)
  addRfcOptions(up)
  up.addHelpText('after', EXAMPLES).action(async (options: ReceiverUpOptions) => {
    const [{ receiverUp }, { exitWith }] = await Promise.all([import('./receiver-command.ts'), import('./output.ts')])
    await exitWith(() => receiverUp(options))
  })
}

/** Where it listens, what it keeps, and what it does otherwise than it should. */
function addServingOptions(up: Command): void {
  up.option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--token <secret>', 'bearer token of the source (default: a random one, which is shown when it is made)')
    .addOption(new Option('--profile <name>', 'rules of the receiver').choices(['lark', 'rfc']).default('lark'))
    .option('--data <folder>', 'keep everything in this folder (default: in memory)')
    .option('--public-url <url>', 'what meta.location begins with, when the receiver is behind a proxy')
    .option('--allow-host <name...>', ALLOW_HOST, [])
    .option('--switch <name=value...>', `${SWITCH_HELP}, for the profile lark`, [])
    .option(
      '--deviation <name...>',
      'bugs that the receiver shows from the start, as docs/reference/deviations.md lists them; one that waits takes its pause: slow=2s',
      [],
    )
}

/** How clients get in. */
function addSignInOptions(up: Command): void {
  up.addOption(
    new Option(
      '--auth <method...>',
      'how clients may sign in (default: bearer; with the profile rfc also oauth2)',
    ).choices([...AUTHENTICATION_METHODS]),
  )
    .option(
      '--trust <metadata-url>',
      'let in tokens that this issuer signs, as Entra ID does where the secret token is empty',
    )
    .option(
      '--federation <file>',
      'let a client sign in at /oauth/token with an assertion instead of a secret (RFC 7523), as Entra ID’s workload identity federation does: a JSON file with id, issuer, jwksUrl, subject and audience',
    )
    .option('--client <id:secret>', 'client of the source at the token endpoint, /oauth/token')
}

/** What the profile rfc has beside Lark's. */
function addRfcOptions(up: Command): void {
  up.option(
    '--schema <file...>',
    'JSON files of schemas beyond RFC 7643, as GET /Schemas shows them, for the profile rfc: extensions, more attributes of User and Group, and resource types of your own',
    [],
  )
    .option('--strict [tolerance...]', 'refuse what the profile rfc tolerates: all of it, or what is named')
    .addOption(
      new Option(
        '--events <payload>',
        'publish changes as security events to clients that poll /scim/v2/SecurityEvents (RFC 9967), for the profile rfc: names of attributes, or values',
      ).choices(['notice', 'full']),
    )
    .option(
      '--event-filter <filter>',
      'a SCIM filter: the resources whose changes are published, and who joins and leaves',
    )
    .option('--unsigned-events', 'security events without a signature')
    .addOption(
      new Option('--pagination <way>', 'how the profile rfc pages lists (default: both)').choices([
        'index',
        'cursor',
        'both',
      ]),
    )
    .addOption(
      new Option(
        '--group-patch <answer>',
        'what a PATCH of a group is answered: 204, the group, or the group up to 1,000 members (default: bySize)',
      ).choices(['noContent', 'resource', 'bySize']),
    )
}

const ALLOW_HOST =
  'host names by which a tenant calls it from outside, such as that of a tunnel: only SCIM and the token endpoint answer there, and other names are refused'

const EXAMPLES = `
Examples:
  $ scimulator receiver up --port 8080 --token secret --profile rfc
  $ scimulator receiver up --token secret --data ./receiver-data
  $ scimulator receiver up --token secret --profile rfc --auth oauth2 --client cid:secret
  $ scimulator receiver up --token secret --profile rfc --schema acme.json --strict
  $ scimulator receiver up --token secret --profile rfc --events notice --event-filter 'active eq true'
  $ scimulator receiver up --token secret --allow-host abc.tunnel.example
  $ scimulator receiver up --token secret --switch deletedMembers=conflict --deviation inactive-users-hidden

Exit codes: 2 bad input (port in use, unusable folder), 3 a bug of Scimulator,
130 and 143 stopped by Ctrl-C and SIGTERM.`
