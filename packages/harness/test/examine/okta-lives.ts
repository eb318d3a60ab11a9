// What Okta in fact does at our receiver with one deviation: a life of either kind of application, without any question beside it.
import type { Difference } from '@scimulator/findings'
import { createReceiver, type DeviationName } from '@scimulator/receiver'
import { handlerSend } from '@scimulator/shared/http'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import type { Facts } from '../../src/examine/facts.ts'
import { Freshness } from '../../src/examine/freshness.ts'
import { live } from '../../src/examine/lives/live.ts'
import { OktaIdentityProvider, type OktaSender } from '../../src/examine/lives/okta-identity-provider.ts'
import { BASE } from './subject.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const START = Date.parse('2026-01-05T08:00:00Z')
const FACTS: Omit<Facts, 'freshness'> = {
  base: BASE,
  endsInSlash: false,
  query: '',
  headers: [['Authorization', 'Bearer secret']],
  contentType: 'application/scim+json',
  omit: [],
  mailIsName: false,
  groups: true,
  crowd: 10,
  memberQuery: '',
  config: undefined,
  advertised: new Set(),
  groupNamesByCase: false,
  keeps: new Set([
    ...['userName', 'displayName', 'name.givenName', 'name.familyName', 'title', 'emails[work]'],
    ...['phoneNumbers[work]', 'phoneNumbers[mobile]', `${ENTERPRISE}:department`, `${ENTERPRISE}:employeeNumber`],
  ]),
  emailDomain: 'example.com',
  prefix: 'scimulator-oracle',
  phone: (text) => text,
}

/** What was not as it must be; empty where Okta works. */
export async function oktaLife(
  sender: OktaSender,
  deviations: readonly DeviationName[],
): Promise<readonly Difference[]> {
  const schedule = createVirtualSchedule(START)
  const receiver = createReceiver({
    schedule,
    ids: createSeededIds(1, 'lark'),
    profile: 'rfc',
    deviations,
    sources: [{ token: 'secret' }],
    publicUrl: 'http://receiver.scimulator.test',
  })
  const facts = { ...FACTS, freshness: new Freshness([]) }
  const given = { url: BASE, token: 'secret', seed: 'oracle', stem: 'oracle', withRoles: false, start: START }
  try {
    const { differences } = await live({
      ...{ sender, facts, stem: 'oracle', application: { doors: [] } },
      send: handlerSend(receiver.scim, () => schedule.now()),
      pause: () => Promise.resolve(),
      providerSend: (send) => send,
      onWire: (text) => text,
      provider: (send) => new OktaIdentityProvider(sender, { ...given, send, emailDomain: facts.emailDomain }, true),
    })
    return differences
  } finally {
    await receiver.close()
  }
}
