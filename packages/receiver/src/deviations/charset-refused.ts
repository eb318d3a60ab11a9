import { defineDeviation } from './deviation.ts'
import { errorAnswer, headerOf } from './rewriting.ts'

export const charsetRefused = defineDeviation({
  name: 'charset-refused',
  describes: 'Refuses a Content-Type with a charset parameter with 415.',
  pain: 'Nothing that Entra ID writes arrives.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'koajs/bodyparser#151, scimmyjs/scimmy-routers#22',
  create: () => (next) => async (request) =>
    /charset/i.test(headerOf(request, 'content-type') ?? '')
      ? errorAnswer(415, undefined, 'Use application/scim+json.')
      : next(request),
})
