// JumpCloud's API as a client calls it, with a key.
import { createServer } from 'node:http'
import request from 'supertest'
import { createWorld, type World } from '../world.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export interface Surface {
  readonly world: World
  readonly apiKey: string
  call(method: Method, path: string, body?: unknown): request.Test
  /** Id of an item of a view. */
  idOf(view: string, key: string): Promise<string>
}

export async function openSurface(): Promise<Surface> {
  const world = createWorld()
  const { apiKey } = (await world.act('create-api-key')) as { apiKey: string }
  return {
    world,
    apiKey,
    call(method, path, body) {
      const sent = request(createServer(world.org.handle))[method](path).set('x-api-key', apiKey)
      return body === undefined ? sent : sent.send(body as object)
    },
    async idOf(view, key) {
      const item = await world.look(view, key)
      return String(item?._id ?? item?.id)
    },
  }
}
