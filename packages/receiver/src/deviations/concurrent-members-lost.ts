import type { Handler, HandlerRequest } from '../scim/handler-port.ts'
import { ask, patchBody, storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import { addedMembers, memberIds, removedMembers } from './membership.ts'
import { splitTarget } from './rewriting.ts'
import { wait } from './waiting.ts'

/** Between reading and writing; requests that come within it are in the race. */
const THINKING_MS = 20

/** Changes of one group that are under way at the same time: all of them have read the same members. */
interface Race {
  readonly read: Promise<readonly string[]>
  begun: number
  running: number
}

export const concurrentMembersLost = defineDeviation({
  name: 'concurrent-members-lost',
  describes: 'Reads a group, changes it and writes it back, so that of two changes at the same moment one is lost.',
  pain: 'Members are missing after a sync that sends several requests at once, and nothing says so.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'fleetdm/fleet#50724, scimmyjs/scimmy#79',
  looksInside: true,
  create: ({ schedule }) => {
    const races = new Map<string, Race>()
    return (next) => async (request) => {
      if (addedMembers(request).length + removedMembers(request).length === 0) return next(request)
      const { path } = splitTarget(request)
      const race = races.get(path) ?? { read: storedResource(next, request).then(memberIds), begun: 0, running: 0 }
      races.set(path, race)
      race.begun += 1
      race.running += 1
      const read = await race.read
      await wait(schedule, THINKING_MS)
      const response = await next(request)
      if (race.begun > 1) await writeBack(next, request, read)
      race.running -= 1
      if (race.running === 0) races.delete(path)
      return response
    }
  },
})

/** Writes what was read, with the client's own changes and with no other. */
async function writeBack(next: Handler, request: HandlerRequest, read: readonly string[]): Promise<void> {
  const removed = new Set(removedMembers(request))
  const members = [...read, ...addedMembers(request)].filter((id) => !removed.has(id)).map((value) => ({ value }))
  const body = patchBody({ op: 'replace', path: 'members', value: members })
  await ask(next, request, { method: 'PATCH', target: splitTarget(request).path, body })
}
