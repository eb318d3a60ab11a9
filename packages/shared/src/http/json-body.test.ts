import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readJsonBody } from './json-body.ts'

function request(text: string): IncomingMessage {
  // Of a request it reads the headers and the bytes.
  return Object.assign(Readable.from([Buffer.from(text)]), { headers: {} }) as unknown as IncomingMessage
}

describe('a body', () => {
  it.each([
    '{"login":{"length":{"toString":""}}}',
    '[{"a":[{"length":[{"toString":{}}]}]},null,1]',
    '{"login":{"\\u006cength":{"\\u0074oString":1}}}',
  ])('whose length cannot be compared is refused as what is no JSON: %s', async (text) => {
    await expect(readJsonBody(request(text))).rejects.toThrow(SyntaxError)
  })

  it.each([
    '{"length":{"of":"a table"},"toString":"x"}',
    '{"length":5,"name":{"toString":""}}',
    '[null,false,0,"","\\u00e9",{"length":null}]',
    'null',
  ])('is what it says: %s', async (text) => {
    expect(await readJsonBody(request(text))).toEqual(JSON.parse(text))
  })

  it('is refused by a schema, whatever stands in the place of a text', async () => {
    const body = await readJsonBody(request('{"length":{"of":1},"toString":2}'))
    expect(z.string().max(5).safeParse(body).success).toBe(false)
  })
})
