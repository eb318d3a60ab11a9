import { defineDeviation } from './deviation.ts'
import { wait } from './waiting.ts'

export const slow = defineDeviation({
  name: 'slow',
  describes:
    'Waits before every answer: 30 s, or as long as it is told. On a virtual clock, which stands still during a request, it only says so in Server-Timing.',
  pain: 'Requests time out, and writes are carried out although the client heard nothing.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['timeout'],
  consequences: [],
  source: 'rancher/rancher#54870',
  pauseMs: 30_000,
  create:
    ({ schedule, pauseMs }) =>
    (next) =>
    async (request) => {
      const response = await next(request)
      await wait(schedule, pauseMs)
      return { ...response, headers: { ...response.headers, 'server-timing': `slow;dur=${pauseMs}` } }
    },
})
