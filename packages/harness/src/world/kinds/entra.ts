import {
  createEntraTenant,
  createIssuingKey,
  ENTRA_PROFILES,
  ENTRA_SWITCHES,
  type EntraProfile,
  type KeyPair,
  makeKeyPair,
  registerClient,
} from '@scimulator/entra-sim'
import type { HeaderList, Send } from '@scimulator/shared/provisioning'
import { createRandomIds } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { ProgramKind } from '../program.ts'
import { switchesType } from '../switches-type.ts'
import { switchesOf } from './receiver.ts'

const profiles = z.enum(Object.keys(ENTRA_PROFILES) as [EntraProfile, ...EntraProfile[]])

const EntraGiven = z.strictObject({
  profile: profiles
    .optional()
    .describe(
      'as-seen-in-the-field: what captured requests show, such as one member in each PATCH; switches win over it',
    ),
  switches: switchesType(ENTRA_SWITCHES),
})

export const entraKind: ProgramKind = {
  name: 'entra',
  given: 'entra',
  options: EntraGiven,
  isReceiver: false,
  create({ schedule, ids, send, options }) {
    const { profile = 'as-documented' } = EntraGiven.parse(options)
    const secret = createRandomIds().token('client-secret')
    const clients = [registerClient(CLIENT_ID, secret)]
    const issuingKey = createIssuingKey(sharedKeyPair)
    const tenant = createEntraTenant({ schedule, ids, send, profile, clients, issuingKey, ...switchesOf(options) })
    return {
      ...tenant,
      signIn: (call, url) => signIn(call, `${url}/${tenant.view.tenant.tenantId}/oauth2/v2.0/token`, secret),
    }
  },
}

let keyPair: KeyPair | undefined

/** Making one takes longer than most scenarios; nobody tells the tenants of two worlds apart by it. */
function sharedKeyPair(): KeyPair {
  keyPair ??= makeKeyPair()
  return keyPair
}

/** The client as which scenarios call Graph. */
const CLIENT_ID = 'scimulator'

async function signIn(call: Send, url: string, secret: string): Promise<HeaderList> {
  const form = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: secret },
    scope: 'https://graph.microsoft.com/.default',
  })
  const headers = [['Content-Type', 'application/x-www-form-urlencoded']] as const
  const { response } = await call({ method: 'POST', url, headers, body: form.toString() })
  const { access_token } = z.object({ access_token: z.string() }).parse(JSON.parse(response?.body ?? '{}'))
  return [['Authorization', `Bearer ${access_token}`]]
}
