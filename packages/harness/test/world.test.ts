import { listen } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { createWorld, type WorldOptions } from '../src/world/world.ts'
import { FAKE_KINDS } from './fake-programs.ts'

const OPTIONS: WorldOptions = { kinds: FAKE_KINDS, programs: new Set(['idp']), seed: 1, start: 0 }

/** Open sockets, servers and timers of this process. */
function openHandles(): number {
  return process.getActiveResourcesInfo().filter((kind) => /TCP|Server|Timeout/.test(kind)).length
}

test('fifty worlds, each used, leave no handle open', async () => {
  const before = openHandles()
  for (let seed = 0; seed < 50; seed += 1) {
    const world = await createWorld({ ...OPTIONS, seed })
    const answer = await world.send({
      method: 'GET',
      url: 'http://receiver.scimulator.test/scim/v2/Users',
      headers: [],
    })
    await world.serve('idp')
    await world.close()
    expect(answer.response?.status).toBe(200)
  }
  await expect.poll(openHandles).toBeLessThanOrEqual(before)
})

test('worlds do not see one another', async () => {
  const [one, other] = await Promise.all([createWorld(OPTIONS), createWorld(OPTIONS)])
  await one.controls.get('lark')?.verbs.get('add-member')?.run({ email: 'a@c.test' })
  expect(await one.controls.get('lark')?.views.get('members')?.read({})).toHaveLength(1)
  expect(await other.controls.get('lark')?.views.get('members')?.read({})).toHaveLength(0)
  await Promise.all([one.close(), other.close()])
})

test('a port in use is named, with the way out, and nothing stays open', async () => {
  const taken = await listen((_, response) => response.end())
  const before = openHandles()
  await expect(createWorld({ ...OPTIONS, port: taken.port })).rejects.toThrow(
    `Port ${taken.port} on 127.0.0.1 is in use. Stop what listens there, or choose another port with --port.`,
  )
  await expect.poll(openHandles).toBeLessThanOrEqual(before)
  await taken.close()
})

test('only programs that are wanted exist; the receiver always does', async () => {
  const world = await createWorld({ ...OPTIONS, programs: new Set() })
  expect([...world.programs.keys()]).toEqual(['receiver'])
  await world.close()
})
