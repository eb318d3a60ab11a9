// Findings beside the exchanges that show them: what is wrong at an endpoint is told, and nothing of what is right.
import { createReceiver } from '@scimulator/receiver'
import { VerbError } from '@scimulator/shared/behaviour'
import { listen } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { sampleOf } from '../../../scripts/gate/sample.ts'
import { startApp } from './express-app.ts'
import { entraLegacyWeek, entraWeek, jumpCloudWeek, type WatchedWorld, watchedWorld } from './watched-world.ts'

interface Endpoint {
  readonly url: string
  readonly token: string
  stop(): unknown
}

async function rfcReceiver(): Promise<Endpoint> {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
  const server = await listen(receiver.handle)
  const stop = (): Promise<unknown> => Promise.all([server.close(0), receiver.close()])
  return { url: `${server.url}/scim/v2`, token: 'secret', stop }
}

async function during<Told>(
  endpoint: Endpoint,
  week: (watched: WatchedWorld) => Promise<void>,
  tell: (watched: WatchedWorld) => Promise<Told>,
): Promise<Told> {
  const watched = await watchedWorld(endpoint)
  try {
    // An identity provider that finds the endpoint unfit does not begin.
    await week(watched).catch((reason: unknown) => expect(reason).toBeInstanceOf(VerbError))
    expect((await watched.look('world.traffic')).length).toBeGreaterThan(0)
    return await tell(watched)
  } finally {
    await watched.close()
    await endpoint.stop()
  }
}

const shown = (watched: WatchedWorld): Promise<readonly string[]> => watched.shown()
const complete = async (watched: WatchedWorld): Promise<readonly string[]> => {
  expect((await watched.look('world.traffic')).length).toBeGreaterThan(10)
  return watched.shown()
}

test.each([
  ['our receiver by the letter, Entra ID', rfcReceiver, entraWeek],
  ['our receiver by the letter, Entra ID in its older dialect', rfcReceiver, entraLegacyWeek],
  ['our receiver by the letter, JumpCloud', rfcReceiver, jumpCloudWeek],
  ['the Express endpoint, Entra ID', startApp, entraWeek],
  ['the Express endpoint, Entra ID in its older dialect', startApp, entraLegacyWeek],
  ['the Express endpoint, JumpCloud', startApp, jumpCloudWeek],
] as const)(
  'nothing is said of a right endpoint: %s',
  async (_, start, week) => {
    expect(await during(await start(), week, complete)).toEqual([])
  },
  60_000,
)

const FAULTS = [
  ['no-soft-delete', entraWeek],
  ['disable-deletes', entraWeek],
  ['patch-wipes-others', entraWeek],
  ['filter-ignored', entraWeek],
  ['member-filter-remove-empties-group', entraWeek],
  ['members-despite-excluded', entraWeek],
  ['string-false-is-true', entraLegacyWeek],
  ['string-booleans-refused', entraLegacyWeek],
  ['member-remove-empties-group', entraLegacyWeek],
  ['put-active-ignored', jumpCloudWeek],
  ['integer-ids', jumpCloudWeek],
] as const

test.each(sampleOf('faults seen on the wire', FAULTS.length, 3).flatMap((at) => (FAULTS[at] ? [FAULTS[at]] : [])))(
  '%s is told, and nothing else',
  async (fault, week) => {
    expect(await during(await startApp(fault), week, shown)).toEqual([fault])
  },
  60_000,
)

test.each([
  // Another one of the application would show the same.
  ['return-refused', entraLegacyWeek],
  ['only-one-operation', entraWeek],
  ['patch-without-path-ignored', entraWeek],
] as const)(
  'of %s the exchanges prove nothing, and nothing is said',
  async (fault, week) => {
    expect(await during(await startApp(fault), week, shown)).toEqual([])
  },
  60_000,
)

test('a finding comes with what is right, what to change and what proves it', async () => {
  const app = await startApp('no-soft-delete')
  const [finding] = await during(app, entraWeek, async ({ look, act }) => {
    const written = (await look('world.traffic')).find(({ method }) => method === 'PATCH')
    await expect(act('world.uncover', { seq: written?.seq })).rejects.toThrow('is a PATCH')
    return look('world.findings')
  })
  expect(finding).toMatchObject({
    key: 'no-soft-delete',
    title: 'A disabled person stays active',
    kind: 'fault',
    fix: expect.stringContaining('active false'),
    clause: 'RFC 7643 §4.1.1',
    command: `scimulator test ${app.url} --token-env SCIMULATOR_TEST_TOKEN --finding no-soft-delete`,
    times: expect.any(Number),
  })
})

const ruth = { userName: 'ruth.stranger@elsewhere.example', displayName: 'Ruth Stranger' }

test('accounts of others are uncovered at a word only, and stand nowhere else', async () => {
  const app = await startApp('filter-ignored')
  await fetch(`${app.url}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], ...ruth }),
  })
  await during(app, entraWeek, async ({ look, act, world }) => {
    const whole = await look('world.traffic', { whole: true })
    const covered = whole.find((one) => one.covered === true)
    expect(JSON.stringify(covered)).toContain('notOurs')
    const answer = await act('world.uncover', { seq: covered?.seq })
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('Ruth Stranger') })
    for (const control of [world.control, ...[...world.now().programs.values()].map((program) => program.control)])
      for (const [name, view] of control.views) {
        const items = await view.read({}).catch(() => [])
        expect([name, JSON.stringify(items).match(/ruth.{0,40}/i)?.[0]]).toEqual([name, undefined])
      }
    expect(JSON.stringify(await look('world.traffic', { whole: true }))).not.toMatch(/ruth/i)
    await expect(act('world.uncover', { seq: 9_999_999 })).rejects.toThrow('There is no exchange')
  })
}, 60_000)
