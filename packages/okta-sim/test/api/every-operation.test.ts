// docs/reference/operations.md lists what is answered: each of these is asked once, where there is nothing of what its path names.
import { beforeAll, expect, test } from 'vitest'
import { operations } from '../../src/api/api.ts'
import { createSurface, type Surface } from './surface.ts'

let surface: Surface

beforeAll(async () => {
  surface = await createSurface()
})

test.each(operations.map(({ method, template }) => [method, template] as const))(
  '%s %s is answered',
  async (method, template) => {
    const path = template.replace(/\{\w+\}/g, '00u5f0c1b2d3e4f5a6b7')
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    const answer = await surface.ask(method.toLowerCase() as 'get', path, body)
    expect(answer.status).toBeLessThan(500)
    expect(String(answer.body.errorCode)).not.toMatch(/E0000008|E0000022/)
  },
)
