// What a crash leaves half done is done again, and by asking first it leaves one account (O201); and a connection that is really silent.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSender, listen } from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, systemClock } from '@scimulator/shared/runtime'
import { afterAll, expect, test } from 'vitest'
import { oktaProgram } from '../src/program.ts'
import { createEndpoint } from './endpoint.ts'
import { START } from './world.ts'

const home = mkdtempSync(join(tmpdir(), 'okta-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const ANA = { login: 'ana@example.com', email: 'ana@example.com', firstName: 'Ana', lastName: 'Berg' }

function setupOf(send: Send, switches: object = {}) {
  const schedule = createVirtualSchedule(START)
  return { schedule, send, ids: createSeededIds(1, 'okta'), publicUrl: 'http://okta.test', options: { switches } }
}

async function assignAna({ control }: Awaited<ReturnType<typeof oktaProgram.open>>, baseUrl: string) {
  const act = async (verb: string, input: object) => control.verbs.get(verb)?.run(input)
  await act('create-user', ANA)
  await act('create-application', { label: 'App' })
  await act('configure-scim', { baseUrl, token: 'secret' })
  return act('assign-user', { user: 'ana@example.com' })
}

test('a POST that arrived before a crash is found by the resumed job: one account, linked', async () => {
  const endpoint = createEndpoint()
  const sent: string[] = []
  const answer: Send = async (request) => {
    sent.push(request.method)
    const { json, status = 200 } = { json: undefined, ...endpoint.reply(request) }
    const response = { status, headers: [], body: json ? JSON.stringify(json) : '' }
    return { request, startedAt: START, durationMs: 1, response }
  }
  const [before, crashed] = [join(home, 'before'), join(home, 'crashed')]
  const first = await oktaProgram.open(
    before,
    setupOf(async (request) => {
      const exchange = await answer(request)
      // The folder as it is while the answer is on its way.
      if (request.method === 'POST')
        cpSync(before, crashed, { recursive: true, filter: (path) => !path.includes('lock') })
      return exchange
    }),
  )
  await assignAna(first, 'https://scim.test/v2')
  await first.close()
  expect([sent.splice(0), endpoint.users().length]).toEqual([['GET', 'POST'], 1])

  const second = await oktaProgram.open(crashed, setupOf(answer))
  const see = async (view: string) => (await second.control.views.get(view)?.read({})) ?? []
  await second.control.idle()
  expect([sent, endpoint.users().length]).toEqual([['GET', 'GET', 'PUT'], 1])
  expect((await see('assignments')).map(({ value }) => value)).toMatchObject([
    { status: 'PROVISIONED', syncState: 'SYNCHRONIZED', externalId: 'u1' },
  ])
  expect([await see('jobs'), await see('tasks')]).toEqual([[], []])
  await second.close()
})

test('over HTTP a request is given up when its time is over', async () => {
  const server = await listen(() => {})
  const { send, close } = createSender({ clock: systemClock })
  const org = await oktaProgram.open(join(home, 'silent'), setupOf(send, { timeoutMs: 40 }))
  await assignAna(org, server.url)
  expect((await org.control.views.get('tasks')?.read({}))?.map(({ value }) => value.text)).toEqual([
    expect.stringContaining('Error while verifying if user ana@example.com exists: Read timed out'),
  ])
  await org.close()
  await close()
  await server.close(0)
})
