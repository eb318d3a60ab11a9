// What the tenant says of itself to its host.
import {
  type HostedProgram,
  type ProgramDescriptor,
  type ProgramSetup,
  switchesOf,
  switchesType,
} from '@scimulator/shared/program'
import type { HeaderList, Send } from '@scimulator/shared/provisioning'
import { createRandomIds } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { ENTRA_PROFILES, ENTRA_SWITCHES, type EntraProfile } from './behaviour.ts'
import { DATA_VERSIONS } from './directory/data-versions.ts'
import { quirks } from './quirks.ts'
import { createIssuingKey, type KeyPair, makeKeyPair, registerClient } from './sign-in/index.ts'
import { createEntraTenant, type EntraTenant, type EntraTenantOptions, openEntraTenant } from './tenant.ts'
import { entraUp } from './up/serve.ts'

const profiles = z.enum(Object.keys(ENTRA_PROFILES) as [EntraProfile, ...EntraProfile[]])

const EntraGiven = z.strictObject({
  profile: profiles
    .optional()
    .describe(
      'as-seen-in-the-field: what captured requests show, such as one member in each PATCH; switches win over it',
    ),
  switches: switchesType(ENTRA_SWITCHES),
})

export const entraProgram: ProgramDescriptor = {
  name: 'entra',
  title: 'Entra ID',
  given: 'entra',
  options: EntraGiven,
  isReceiver: false,
  switches: ENTRA_SWITCHES,
  quirks,
  fidelity: async () => (await import('./fidelity/fidelity.ts')).ENTRA_FIDELITY,
  dataVersions: DATA_VERSIONS,
  create(setup) {
    const secret = newSecret()
    return hosted(createEntraTenant(optionsOf(setup, secret)), secret)
  },
  async open(folder, setup) {
    const secret = newSecret()
    return hosted(await openEntraTenant(folder, optionsOf(setup, secret)), secret)
  },
  up: entraUp,
}

function optionsOf({ options, ...setup }: ProgramSetup, secret: string): EntraTenantOptions {
  const { profile = 'as-documented' } = EntraGiven.parse(options)
  const clients = [registerClient(CLIENT_ID, secret)]
  return { ...setup, profile, clients, issuingKey: createIssuingKey(sharedKeyPair), ...switchesOf(options) }
}

function hosted(tenant: EntraTenant, secret: string): HostedProgram {
  return {
    ...tenant,
    signIn: (call, url) => signIn(call, `${url}/${tenant.view.tenant.tenantId}/oauth2/v2.0/token`, secret),
  }
}

function newSecret(): string {
  return createRandomIds().token('client-secret')
}

let keyPair: KeyPair | undefined

/** Making one takes longer than most scenarios; nobody tells the tenants of two worlds apart by it. */
function sharedKeyPair(): KeyPair {
  keyPair ??= makeKeyPair()
  return keyPair
}

const Token = z.object({ access_token: z.string() })

/** The client as which scenarios call Graph. */
const CLIENT_ID = 'scimulator'

async function signIn(call: Send, url: string, secret: string): Promise<HeaderList> {
  const form = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: secret },
    scope: 'https://graph.microsoft.com/.default',
  })
  const headers = [['Content-Type', 'application/x-www-form-urlencoded']] as const
  const { response } = await call({ method: 'POST', url, headers, body: form.toString() })
  const { access_token } = Token.parse(JSON.parse(response?.body ?? '{}'))
  return [['Authorization', `Bearer ${access_token}`]]
}
