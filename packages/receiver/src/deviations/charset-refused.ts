import type { Deviation } from './deviation.ts'
import { errorAnswer, headerOf } from './rewriting.ts'

/**
 * Refuses a Content-Type with a charset parameter with 415. Pain: nothing that Entra ID writes arrives. Source:
 * koajs/bodyparser#151, scimmyjs/scimmy-routers#22.
 */
export const charsetRefused: Deviation = {
  name: 'charset-refused',
  describes: 'Refuses a Content-Type with a charset parameter with 415.',
  pain: 'nothing that Entra ID writes arrives.',
  source: 'koajs/bodyparser#151, scimmyjs/scimmy-routers#22',
  create: () => (next) => async (request) =>
    /charset/i.test(headerOf(request, 'content-type') ?? '')
      ? errorAnswer(415, undefined, 'Use application/scim+json.')
      : next(request),
}
