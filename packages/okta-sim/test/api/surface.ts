import { createServer } from 'node:http'
import request from 'supertest'
import { createWorld } from '../world.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** An organisation whose API is asked with a token; a 404 stands for an endpoint where nothing is. */
export async function createSurface(
  switches: object = {},
  reply: Parameters<typeof createWorld>[0] = () => ({ status: 404 }),
) {
  const world = createWorld(reply, switches)
  const { apiToken } = Object(await world.act('create-api-token'))
  const server = createServer(world.program.handle)
  const ask = async (method: Method, path: string, body?: object, authorization = `SSWS ${apiToken}`) => {
    const asked = request(server)[method](path).set('authorization', authorization)
    const { status, headers, body: said } = await (body === undefined ? asked : asked.send(body))
    await world.program.control.idle()
    return { status, headers, body: said }
  }
  return { world, server, ask, apiToken: String(apiToken) }
}

export type Surface = Awaited<ReturnType<typeof createSurface>>

/** The way to the next page, as a path. */
export function nextOf(headers: Readonly<Record<string, unknown>>): string | undefined {
  const next = /<([^>]+)>; rel="next"/.exec(String(headers.link))?.[1]
  return next === undefined ? undefined : next.replace(/^https?:\/\/[^/]+/, '')
}

export const person = (name: string, more: object = {}) => ({
  profile: { login: `${name}@example.com`, email: `${name}@example.com`, firstName: name, lastName: 'Berg', ...more },
})
