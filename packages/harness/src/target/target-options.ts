/** One way to say something of a target on the command line; `SCIMULATOR_TOKEN_ENV` says the same as `--token-env`. */
export interface TargetOption {
  /** As the parsed command line names it: `tokenEnv`. */
  readonly key: string
  /** As commander takes it: `--token-env <name>`. */
  readonly flags: string
  readonly describes: string
  /** Where it stands in the target's settings. */
  readonly path: readonly string[]
  /** many: `Name: value` pairs, each given by a flag of its own. */
  readonly takes: 'text' | 'number' | 'switch' | 'many'
}

const option = (
  flags: string,
  path: string,
  describes: string,
  takes: TargetOption['takes'] = 'text',
): TargetOption => ({ key: camelCase(flags), flags, describes, path: path.split('.'), takes })

/** In the order in which --help shows them. `--target` and `--config` say which target it is and stand beside them. */
export const TARGET_OPTIONS: readonly TargetOption[] = [
  option('--token-env <name>', 'tokenEnv', 'environment variable that holds the bearer token'),
  option('--token-file <file>', 'tokenFile', 'file that holds the bearer token; - reads standard input'),
  option('--user <name>', 'basic.user', 'user of HTTP Basic authentication'),
  option('--password-env <name>', 'basic.passwordEnv', 'environment variable that holds the password of --user'),
  option('--oauth-token-url <url>', 'oauth.tokenUrl', 'token endpoint of OAuth 2.0 client credentials'),
  option('--client-id-env <name>', 'oauth.clientIdEnv', 'environment variable that holds the client id'),
  option('--client-secret-env <name>', 'oauth.clientSecretEnv', 'environment variable that holds the client secret'),
  option('--oauth-scope <scopes>', 'oauth.scope', 'scopes to ask for, with spaces between them'),
  option('--oauth-credentials <place>', 'oauth.credentialsIn', 'where id and secret go: header (default) or body'),
  option('--header <header>', 'headers', 'sent with every request, as "Name: value"; may be repeated', 'many'),
  option('--header-env <header>', 'headersEnv', 'the same with a secret value: "Name: VARIABLE"', 'many'),
  option('--proxy <url>', 'proxy', 'wins over HTTPS_PROXY and HTTP_PROXY'),
  option('--ca <file>', 'ca', 'PEM file of an authority to trust, beside those of Node.js'),
  option('--cert <file>', 'cert', 'PEM file of the client certificate'),
  option('--key <file>', 'key', 'PEM file of the key of --cert'),
  option('--key-passphrase-env <name>', 'keyPassphraseEnv', 'environment variable that holds the passphrase of --key'),
  option('--insecure', 'insecure', 'accept any certificate; the report says so', 'switch'),
  option('--timeout <time>', 'timeout', 'how long an answer may take, such as 5s (default: 30s)'),
  option('--rate <number>', 'rate', 'requests per second at most, all scenarios together', 'number'),
  option('--parallel <number>', 'parallel', 'scenarios at a time (default: by the latency of the target)', 'number'),
  option('--email-domain <domain>', 'emailDomain', 'domain of every address (default: example.com)'),
  option('--max-accounts <number>', 'maxAccounts', 'accounts that a run holds at a time (default: 250)', 'number'),
  option('--run-id <id>', 'runId', 'eight letters and digits: repeat a run under its own names'),
  option('--start <command>', 'start', 'command that starts the endpoint; it is stopped at the end'),
  option('--wait-for <url>', 'waitFor', 'URL that answers when what --start started is ready (default: the target)'),
]

/** `--token-env`, for messages. */
export function flagOf({ flags }: TargetOption): string {
  return flags.split(' ')[0] ?? flags
}

/** `SCIMULATOR_TOKEN_ENV`. */
export function variableOf(flag: string): string {
  return `SCIMULATOR_${flag.replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`
}

function camelCase(flags: string): string {
  const name = flags.replace(/^--/, '').replace(/ .*$/, '')
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
