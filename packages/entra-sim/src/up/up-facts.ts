// The options of `scimulator entra up`. Light, because `--help` reads it.
import type { UpFacts } from '@scimulator/shared/program'

export const ENTRA_UP: UpFacts = {
  about: 'serve one Entra ID tenant with its Microsoft Graph surface until Ctrl-C',
  options: [
    {
      flags: '--https-port <number>',
      about: "also serve https, which Microsoft's clients need for their token",
      isPort: true,
    },
    {
      flags: '--tls-dir <folder>',
      about: 'where the certificate is kept, made at the first start',
      default: '.scimulator/tls',
    },
    { flags: '--domain <name>', about: 'default domain of a new tenant', default: 'contoso.example' },
    { flags: '--client-id <uuid>', about: 'app registration that may sign in (default: a random one, which is shown)' },
    { flags: '--client-secret <secret>', about: 'its secret (default: a random one, which is shown)' },
    {
      flags: '--profile <name>',
      about: 'as-documented, or as-seen-in-the-field: what captured requests show, such as one member in each PATCH',
      default: 'as-documented',
    },
  ],
  examples: [
    '--https-port 8443',
    '--data ./tenant --client-id 6f1c6d3e-3c1a-4d52-9a43-2f3f4b5c6d7e --client-secret s3cret',
    '--people 40 --clock virtual',
    '--allow-target https://scim.example.com',
    '--profile as-seen-in-the-field --switch managerInPost=true parallelism=4',
  ],
}
