import { afterAll, beforeAll, expect, test } from 'vitest'
import { rfcTable } from './rfc-table.ts'
import { type Served, serve } from './serve.ts'

let served: Served

beforeAll(async () => {
  served = await serve(process.execPath, ['express-endpoint/server.mjs'])
})

afterAll(async () => {
  expect(await served.stop()).toBe(0)
})

test.each(rfcTable)('%s', (_title, run) => run(served.scim))
