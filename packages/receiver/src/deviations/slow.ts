import type { Schedule } from '@scimulator/shared/runtime'
import type { Deviation } from './deviation.ts'

/**
 * Takes 30 seconds for every answer. On a virtual clock, which stands still during a request, it only says so in
 * Server-Timing. Pain: time-outs, and writes that were carried out although the client heard nothing. Source:
 * rancher/rancher#54870.
 */
export const slow: Deviation = {
  name: 'slow',
  describes:
    'Takes 30 seconds for every answer. On a virtual clock, which stands still during a request, it only says so in Server-Timing.',
  pain: 'time-outs, and writes that were carried out although the client heard nothing.',
  source: 'rancher/rancher#54870',
  create:
    ({ schedule }) =>
    (next) =>
    async (request) => {
      const response = await next(request)
      if (!('advanceTo' in schedule)) await pause(schedule)
      return { ...response, headers: { ...response.headers, 'server-timing': `slow;dur=${PAUSE_MS}` } }
    },
}

const PAUSE_MS = 30_000

function pause(schedule: Schedule): Promise<void> {
  return new Promise((resolve) => {
    schedule.at(schedule.now() + PAUSE_MS, 'receiver', resolve)
  })
}
