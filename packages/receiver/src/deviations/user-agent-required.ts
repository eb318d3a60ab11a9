import { defineDeviation } from './deviation.ts'
import { headerOf, withText } from './rewriting.ts'

export const userAgentRequired = defineDeviation({
  name: 'user-agent-required',
  describes: 'Answers a request without User-Agent with 403 and an HTML page, as a firewall in front would.',
  pain: 'Entra ID sends none; its connection test fails and says nothing.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'kortix-ai/suna#7297',
  create: () => (next) => async (request) => {
    if (headerOf(request, 'user-agent')) return next(request)
    const refusal = { status: 403, headers: { 'content-type': 'text/html' }, body: '' }
    return withText(refusal, '<html><body><h1>403 Forbidden</h1></body></html>')
  },
})
