// docs/reference/operations.md lists what is answered: each of these is asked once, where there is nothing of what its path names.
import { createServer } from 'node:http'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { operations } from '../src/api/api.ts'
import { createWorld, type World } from './world.ts'

let world: World
let apiKey: string

beforeAll(async () => {
  world = createWorld()
  apiKey = String(Object(await world.act('create-api-key')).apiKey)
})

test.each(operations.map(({ method, template }) => [method, template] as const))(
  '%s %s is answered',
  async (method, template) => {
    const url = template.replace(/\{\w+\}/g, '5f0c1b2d3e4f5a6b7c8d9e0f')
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    const asked = request(createServer(world.org.handle))[verb](url).set('x-api-key', apiKey)
    const { status, text } = await (method === 'GET' || method === 'DELETE' ? asked : asked.send({}))
    expect([status < 500, status]).toEqual([true, status])
    expect(text).not.toMatch(/in this simulator|answers [A-Z, ]+, not/)
  },
)
