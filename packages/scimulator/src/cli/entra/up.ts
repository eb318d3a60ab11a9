import { type Command, Option } from 'commander'
import { addCompanyOptions } from '../company-options.ts'
import { parsePort } from '../parse-port.ts'
import { SWITCH_HELP } from '../switch-help.ts'
import type { UpOptions } from './up-options.ts'

const EXAMPLES = `
Examples:
  $ scimulator entra up --https-port 8443
  $ scimulator entra up --data ./tenant --client-id 6f1c6d3e-3c1a-4d52-9a43-2f3f4b5c6d7e --client-secret s3cret
  $ scimulator entra up --people 40 --clock virtual
  $ scimulator entra up --allow-target https://scim.example.com
  $ scimulator entra up --profile as-seen-in-the-field --switch managerInPost=true parallelism=4

Exit codes: 2 bad input (port in use, unusable folder), 3 a bug of Scimulator,
130 and 143 stopped by Ctrl-C and SIGTERM.`

/** Adds `up` to the `entra` command; the tenant is loaded only when it is called. */
export function register(command: Command): void {
  addCompanyOptions(
    command.command('up').description('serve one Entra ID tenant with its Microsoft Graph surface until Ctrl-C'),
  )
    .option('--port <number>', 'port for http; 0 takes a free one', parsePort, 8090)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--https-port <number>', "also serve https, which Microsoft's clients need for their token", parsePort)
    .option('--tls-dir <folder>', 'where the certificate is kept, made at the first start', '.scimulator/tls')
    .option('--domain <name>', 'default domain of a new tenant', 'contoso.example')
    .option('--client-id <uuid>', 'app registration that may sign in (default: a random one, which is shown)')
    .option('--client-secret <secret>', 'its secret (default: a random one, which is shown)')
    .option('--data <folder>', 'keep the tenant in this folder (default: in memory)')
    .addOption(
      new Option('--clock <kind>', 'virtual: time moves only through /_scimulator/clock')
        .choices(['real', 'virtual'])
        .default('real'),
    )
    .option(
      '--allow-target <origin...>',
      'origins beyond this machine that may be provisioned, such as https://scim.example.com',
      [],
    )
    .option(
      '--profile <name>',
      'as-documented, or as-seen-in-the-field: what captured requests show, such as one member in each PATCH',
      'as-documented',
    )
    .option('--switch <name=value...>', SWITCH_HELP, [])
    .addHelpText('after', EXAMPLES)
    .action(async (options: UpOptions) => {
      const [{ entraUp }, { exitWith }] = await Promise.all([import('./up-command.ts'), import('../output.ts')])
      await exitWith(() => entraUp(options))
    })
}
