// Entra ID and the receiver in one process, each with a clock: for what hangs on keys that one of them publishes and the other one fetches.
import { createEntraTenant, createIssuingKey } from '@scimulator/entra-sim'
import type { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, type VirtualSchedule } from '@scimulator/shared/runtime'

export const START = Date.parse('2026-01-05T08:00:00Z')
export const TENANT_URL = 'https://scim.example/scim/v2'

/** One for a file of tests: making a key takes longer than all the rest. */
const issuingKey = createIssuingKey()

export interface EntraEnd {
  readonly schedule: VirtualSchedule
  readonly tenant: ReturnType<typeof createEntraTenant>
  /** Where the tenant publishes its keys. */
  readonly url: string
  /** What the requests are answered by; set it before anything is sent. */
  target: ReturnType<typeof createReceiver> | undefined
  /** Method, path and status of each request, in order. */
  readonly answers: string[]
  act(verb: string, input?: object): Promise<unknown>
  view(name: string): Promise<Record<string, Record<string, unknown>>>
  close(): Promise<void>
}

export async function openEntra(switches: Readonly<Record<string, unknown>> = {}): Promise<EntraEnd> {
  const schedule = createVirtualSchedule(START)
  const answers: string[] = []
  const send: Send = async (request) => {
    const { method, url, headers, body = '' } = request
    const { origin, pathname, search } = new URL(url)
    if (end.target === undefined) throw new Error('Nothing answers yet.')
    const target = `${pathname}${search}`
    const asked = { method, target, rawHeaders: headers.flat(), body: Buffer.from(body), baseUrl: origin }
    const answer = await end.target.scim(asked)
    answers.push(`${method} ${pathname} ${answer.status}`)
    const response = { ...answer, headers: Object.entries(answer.headers) }
    return { request, startedAt: schedule.now(), durationMs: 0, response }
  }
  const tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send, switches, issuingKey })
  const { url, close } = await listen(tenant.handle, { port: 0 })
  const end: EntraEnd = {
    ...{ schedule, tenant, url, answers, close, target: undefined },
    async act(verb, input = {}) {
      return tenant.control.verbs.get(verb)?.run(input)
    },
    async view(name) {
      const items = (await tenant.control.views.get(name)?.read({})) ?? []
      return Object.fromEntries(items.map(({ key, value }) => [key, { ...value }]))
    },
  }
  await end.act('create-user', { userPrincipalName: 'ana@contoso.example', displayName: 'Ana' })
  await end.act('create-app', { name: 'App' })
  return end
}
