// The options of `scimulator okta up`. Light, because `--help` reads it.
import type { UpFacts } from '@scimulator/shared/program'

export const OKTA_UP: UpFacts = {
  about: 'serve one organization with its API until Ctrl-C',
  options: [
    { flags: '--https-port <number>', about: "also serve https, which some of Okta's clients insist on", isPort: true },
    {
      flags: '--tls-dir <folder>',
      about: 'where the certificate is kept, made at the first start',
      default: '.scimulator/tls',
    },
  ],
  examples: [
    '--port 8440',
    '--https-port 8441',
    '--data ./okta-data',
    '--people 40',
    '--allow-target https://scim.example.com',
  ],
}
