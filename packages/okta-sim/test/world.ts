import { jsonBody, type ScimRequest, type ScimResponse } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { oktaProgram } from '../src/program.ts'

export const START = Date.parse('2026-01-05T08:00:00Z')

type Reply = Partial<ScimResponse> & { readonly json?: object; readonly durationMs?: number }

/** An organisation whose endpoint answers as the test says; each request is kept. */
export function createWorld(reply: (request: ScimRequest) => Reply | 'away', switches: object = {}) {
  const schedule = createVirtualSchedule(START)
  const sent: ScimRequest[] = []
  const program = oktaProgram.create({
    ...{ schedule, ids: createSeededIds(1, 'okta'), publicUrl: 'http://okta.test', options: { switches } },
    async send(request) {
      sent.push(request)
      const said = reply(request)
      const startedAt = schedule.now()
      if (said === 'away')
        return { request, startedAt, durationMs: 1, failure: { kind: 'connection', message: 'connection refused' } }
      const { json, status = 200, headers = [], durationMs = 1, body = json ? JSON.stringify(json) : '' } = said
      return { request, startedAt, durationMs, response: { status, headers, body } }
    },
  })
  const see = async (view: string) => (await program.control.views.get(view)?.read({})) ?? []
  return {
    ...{ schedule, see, program },
    act: async (verb: string, input: object = {}): Promise<unknown> => program.control.verbs.get(verb)?.run(input),
    /** What was sent since it was asked last, as `METHOD path`. */
    traffic: () => sent.splice(0).map(({ method, url }) => `${method} ${url.replace('https://scim.test/v2', '')}`),
    sent,
    tasks: async () => (await see('tasks')).map(({ value }) => value.text),
  }
}

export const LOOKUP = '/Users?filter=userName%20eq%20%22ana%40example.com%22&startIndex=1&count=100'

export const NOBODY = { json: { totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] } }

/** Ana, and an application that is hers as soon as it is assigned. */
export async function withAna(
  world: Pick<ReturnType<typeof createWorld>, 'act'>,
  kind: 'wizard' | 'catalogue' = 'wizard',
) {
  await world.act('create-user', {
    ...{ login: 'ana@example.com', email: 'ana@example.com', firstName: 'Ana', lastName: 'Berg' },
  })
  await world.act('create-application', { label: 'App', kind })
  await world.act('configure-scim', { baseUrl: 'https://scim.test/v2/', token: 'secret' })
}

export function bodyOf(request: ScimRequest | undefined): unknown {
  const read = jsonBody({ status: 200, headers: [], body: request?.body ?? '' })
  return read.kind === 'json' ? read.value : undefined
}
