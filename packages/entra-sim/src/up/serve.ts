// The tenant as a server of its own: a client that may sign in, and https for clients that ask for a token over nothing else.
import { type OwnUp, type ServedProgram, type Serving, switchesOf } from '@scimulator/shared/program'
import { createRandomIds, systemClock } from '@scimulator/shared/runtime'
import { type ServingHttps, serveHttps } from '@scimulator/shared/tls'
import { z } from 'zod'
import { ENTRA_PROFILES, type EntraProfile } from '../behaviour.ts'
import { registerClient } from '../sign-in/index.ts'
import { createEntraTenant, type EntraTenant, openEntraTenant } from '../tenant.ts'

export const entraUp: OwnUp = {
  serve: (given, options) => servingOf(Flags.parse(given), Options.parse(options).profile, switchesOf(options)),
  // Few enough to be made twice beside all others, enough that parts cost nothing.
  companyInParts: 10_000,
}

const Options = z.object({ profile: z.enum(Object.keys(ENTRA_PROFILES) as [EntraProfile, ...EntraProfile[]]) })

const Flags = z.object({
  httpsPort: z.number().optional(),
  tlsDir: z.string(),
  domain: z.string(),
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
})
type Flags = z.infer<typeof Flags>

function servingOf(flags: Flags, profile: EntraProfile, switches: ReturnType<typeof switchesOf>): Serving {
  const ids = createRandomIds()
  const { clientId = ids.uuid('client'), clientSecret = ids.token('clientSecret'), domain: defaultDomain } = flags
  const clients = [registerClient(clientId, clientSecret)]
  return {
    async open(folder, { options: _options, ...setup }) {
      const options = { ...setup, ...switches, profile, defaultDomain, clients }
      const tenant = folder === undefined ? createEntraTenant(options) : await openEntraTenant(folder, options)
      return served(tenant, flags, { clientId, clientSecret })
    },
  }
}

interface Client {
  readonly clientId: string
  readonly clientSecret: string
}

function served(tenant: EntraTenant, flags: Flags, client: Client): ServedProgram {
  let https: ServingHttps | undefined
  return {
    ...tenant,
    async greet(url, kept) {
      if (flags.httpsPort !== undefined)
        https = await serveHttps(tenant.handle, flags.httpsPort, flags.tlsDir, systemClock.now())
      const secret = flags.clientSecret === undefined ? client.clientSecret : 'the one of --client-secret'
      return [
        `Entra ID tenant ${tenant.view.tenant.tenantId} at ${url} (${kept}); Ctrl-C stops it`,
        ...(https === undefined ? [] : [`https at ${https.url}; trust it with NODE_EXTRA_CA_CERTS=${https.path}`]),
        `Sign in at ${https?.url ?? url} with client id ${client.clientId}, client secret ${secret}`,
      ]
    },
    async close() {
      await https?.close()
      await tenant.close()
    },
  }
}
