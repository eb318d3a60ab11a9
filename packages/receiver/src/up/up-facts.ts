// The options of `scimulator receiver up`. Light, because `--help` reads it.
import type { UpFacts, UpOption } from '@scimulator/shared/program'
import type { AuthenticationMethod } from '../oauth/authentication.ts'

const METHODS = ['bearer', 'oauth2', 'basic'] as const satisfies readonly AuthenticationMethod[]

/** What it keeps, and what it does otherwise than it should. */
const SERVING: readonly UpOption[] = [
  {
    flags: '--token <secret>',
    about: 'bearer token of the source (default: a random one, which is shown when it is made)',
  },
  {
    flags: '--profile <name>',
    about: 'rules of the receiver; lark alone has switches',
    choices: ['lark', 'rfc'],
    default: 'lark',
  },
  { flags: '--public-url <url>', about: 'what meta.location begins with, when the receiver is behind a proxy' },
  {
    flags: '--allow-host <name...>',
    about:
      'host names by which a tenant calls it from outside, such as that of a tunnel: only SCIM and the token endpoint answer there, and other names are refused',
    default: [],
  },
  {
    flags: '--deviation <name...>',
    about:
      'bugs that the receiver shows from the start, as docs/reference/deviations.md lists them; one that waits takes its pause: slow=2s',
    default: [],
  },
]

/** How clients get in. */
const SIGN_IN: readonly UpOption[] = [
  {
    flags: '--auth <method...>',
    about: 'how clients may sign in (default: bearer; with the profile rfc also oauth2)',
    choices: METHODS,
  },
  {
    flags: '--trust <metadata-url>',
    about: 'let in tokens that this issuer signs, as Entra ID does where the secret token is empty',
  },
  {
    flags: '--federation <file>',
    about:
      'let a client sign in at /oauth/token with an assertion instead of a secret (RFC 7523), as Entra ID’s workload identity federation does: a JSON file with id, issuer, jwksUrl, subject and audience',
  },
  { flags: '--client <id:secret>', about: 'client of the source at the token endpoint, /oauth/token' },
]

/** What the profile rfc has beside Lark's. */
const RFC: readonly UpOption[] = [
  {
    flags: '--schema <file...>',
    about:
      'JSON files of schemas beyond RFC 7643, as GET /Schemas shows them, for the profile rfc: extensions, more attributes of User and Group, and resource types of your own',
    default: [],
  },
  {
    flags: '--strict [tolerance...]',
    about: 'refuse what the profile rfc tolerates: all of it, or what is named',
  },
  {
    flags: '--events <payload>',
    about:
      'publish changes as security events to clients that poll /scim/v2/SecurityEvents (RFC 9967), for the profile rfc: names of attributes, or values',
    choices: ['notice', 'full'],
  },
  {
    flags: '--event-filter <filter>',
    about: 'a SCIM filter: the resources whose changes are published, and who joins and leaves',
  },
  { flags: '--unsigned-events', about: 'security events without a signature' },
  {
    flags: '--pagination <way>',
    about: 'how the profile rfc pages lists (default: both)',
    choices: ['index', 'cursor', 'both'],
  },
  {
    flags: '--group-patch <answer>',
    about: 'what a PATCH of a group is answered: 204, the group, or the group up to 1,000 members (default: bySize)',
    choices: ['noContent', 'resource', 'bySize'],
  },
]

export const RECEIVER_UP: UpFacts = {
  about: 'start one empty receiver with an active source, until Ctrl-C',
  options: [...SERVING, ...SIGN_IN, ...RFC],
  // It has no people of its own, and sends nothing.
  without: ['people', 'groups', 'largestGroup', 'company', 'seed', 'allowTarget'],
  examples: [
    '--port 8080 --token secret --profile rfc',
    '--token secret --data ./receiver-data',
    '--token secret --profile rfc --auth oauth2 --client cid:secret',
    '--token secret --profile rfc --schema acme.json --strict',
    "--token secret --profile rfc --events notice --event-filter 'active eq true'",
    '--token secret --allow-host abc.tunnel.example',
    '--token secret --switch deletedMembers=conflict --deviation inactive-users-hidden',
  ],
}
