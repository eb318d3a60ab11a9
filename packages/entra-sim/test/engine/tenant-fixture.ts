import { createSeededIds, createVirtualSchedule, MINUTE_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import { createEntraTenant, createIssuingKey, type EntraProfile, type EntraTenant } from '../../src/index.ts'
import { createResponder, type Responder } from './scim-responder.ts'

export const START = Date.parse('2026-01-05T08:00:00Z')
export const BASE = 'https://scim.example/scim/v2'

/** Of all tenants of a file: making one takes longer than most tests. */
const issuingKey = createIssuingKey()

export interface Fixture {
  readonly schedule: VirtualSchedule
  readonly responder: Responder
  readonly tenant: EntraTenant
  do(verb: string, input?: object): Promise<unknown>
  view(name: string, query?: object): Promise<Record<string, Record<string, unknown>>>
  advance(ms: number): Promise<void>
  /** Takes what was sent since the last call. */
  sent(): string[]
}

export interface FixtureOptions {
  readonly switches?: Readonly<Record<string, unknown>>
  readonly profile?: EntraProfile
  readonly suffix?: string
  readonly preset?: 'default' | 'lark'
  readonly settings?: object
}

/** A tenant with Contoso's people, an app with credentials and the preset's mappings, nobody assigned yet. */
export async function contoso(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = bare(options)
  const { suffix = '', preset = 'default', settings } = options
  await fixture.do('load-company', { company: COMPANY })
  await fixture.do('create-app', { name: 'Lark' })
  await fixture.do('set-credentials', { tenantUrl: `${BASE}${suffix}`, secretToken: 'secret' })
  await fixture.do('use-mapping-preset', { preset })
  if (settings) await fixture.do('set-settings', settings)
  return fixture
}

function bare({ switches = {}, profile = 'as-documented' }: FixtureOptions): Fixture {
  const schedule = createVirtualSchedule(START)
  const responder = createResponder(schedule)
  const ids = createSeededIds(1, 'entra')
  const tenant = createEntraTenant({ schedule, ids, send: responder.send, switches, profile, issuingKey })
  let read = 0
  return {
    schedule,
    responder,
    tenant,
    async do(name, input = {}) {
      const verb = tenant.control.verbs.get(name)
      if (!verb) throw new Error(`There is no verb ${name}`)
      return verb.run(input)
    },
    async view(name, query = {}) {
      const items = await tenant.control.views.get(name)?.read(query)
      return Object.fromEntries((items ?? []).map(({ key, value }) => [key, { ...value }]))
    },
    advance: (ms) => schedule.advanceTo(schedule.now() + ms),
    sent() {
      const fresh = responder.traffic.slice(read)
      read = responder.traffic.length
      return fresh
    },
  }
}

export const CYCLE = 40 * MINUTE_MS

const person = (key: string, givenName: string, surname: string, more: object = {}) => ({
  key,
  givenName,
  surname,
  displayName: `${givenName} ${surname}`,
  email: `${key}@contoso.example`,
  jobTitle: 'Engineer',
  department: 'R&D',
  country: 'NO',
  employeeId: `E-${key}`,
  ...more,
})

export const COMPANY = {
  name: 'Contoso',
  domain: 'contoso.example',
  people: [
    person('ana', 'Ana', 'Alves'),
    person('bo', 'Bo', 'Berg', { manager: 'ana', department: 'Sales' }),
    person('cy', 'Cy', 'Clark', { department: 'Sales' }),
    person('di', 'Di', 'Dahl', { enabled: false }),
    person('eve', 'Eve', 'Ek'),
  ],
  groups: [
    { name: 'Sales', members: ['bo', 'cy'] },
    { name: 'Staff', members: ['ana'], groups: ['Sales'] },
  ],
}
