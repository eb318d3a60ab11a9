// A receiver with people of its own, whose ids stay what they are: SCIM as it is asked over sockets.
import { createReceiver } from '@scimulator/receiver'
import { receiverProgram } from '@scimulator/receiver/program'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { askHandler } from '../ask-handler.ts'
import { group, user } from '../scim-people.ts'
import { GROUPS, TOKEN, USERS } from '../scim-requests.ts'
import { rowsOf, type World } from '../world.ts'

const START = Date.parse('2026-01-05T08:00:00Z')

export async function scimWorld(profile: 'rfc' | 'lark'): Promise<World> {
  const faults: unknown[] = []
  const receiver = createReceiver({
    ...{ profile, schedule: createVirtualSchedule(START), ids: createSeededIds(1, 'receiver') },
    sources: [{ token: TOKEN }],
    onFault: (fault) => void faults.push(fault instanceof Error ? fault.stack : fault),
  })
  const names = new Map<string, string>()
  const add = async (name: string, collection: string, resource: object): Promise<void> => {
    const headers = [['host', 'localhost'] as const, ['authorization', `Bearer ${TOKEN}`] as const]
    const asked = { method: 'POST', target: `/scim/v2${collection}`, headers, body: JSON.stringify(resource) }
    const { body } = await askHandler(receiver.handle, asked)
    names.set(name, String(JSON.parse(body).id))
  }
  for (let index = 0; index < USERS; index += 1) await add(`ID${index}`, '/Users', user(index))
  for (let index = 0; index < GROUPS; index += 1) await add(`GID${index}`, '/Groups', group(index))
  const filled = receiver.snapshot()
  return {
    ...{ handle: receiver.handle, control: receiver.control, signedIn: [], faults, names },
    prepareServer: (server) => receiverProgram.prepareServer?.(server),
    ask: (asked) => askHandler(receiver.handle, asked),
    rows: () => rowsOf(receiver.snapshot(), ['records']),
    idle: async () => {},
    reset: async () => receiver.restore(filled),
    close: () => receiver.close(),
  }
}
