import fastify from 'fastify'
import { createReceiver } from 'scimulator'

/** A Fastify app with a SCIM endpoint: `deviations` are bugs that it has. @returns where it is, and how to stop it */
export async function startApp({ deviations = [] } = {}) {
  const scim = createReceiver({ profile: 'rfc', token: 'secret', deviations })
  const app = fastify()
  // Before bodies are read: SCIM has rules of its own for them.
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/scim/v2')) return done()
    reply.hijack()
    scim.handle(request.raw, reply.raw)
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url: `${url}/scim/v2`,
    token: 'secret',
    async stop() {
      await app.close()
      await scim.close()
    },
  }
}
