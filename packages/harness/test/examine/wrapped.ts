// Our receiver with something around it that makes it another endpoint.
import { createReceiver } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { type ScimHandler, type TestResult, testEndpoint } from '../../src/examine/index.ts'
import type { TestOptions } from '../../src/examine/test-endpoint.ts'

export type Variant = (next: ScimHandler) => ScimHandler
export type Json = Record<string, unknown>

export const JSON_TYPE = { 'content-type': 'application/scim+json' }

export const textOf = (body: Uint8Array): string => new TextDecoder().decode(body)
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Changes what is answered, as text. */
export function answering(change: (text: string, method: string, target: string) => string): Variant {
  return (next) => async (request) => {
    const answer = await next(request)
    return answer.body === '' ? answer : { ...answer, body: change(answer.body, request.method, request.target) }
  }
}

/** Changes the body of a write by POST or PUT. */
export function taking(change: (body: Json, target: string, method: string) => Json): Variant {
  return (next) => (request) => {
    const isWrite =
      request.body.length > 0 && /^(POST|PUT)$/.test(request.method) && /\/(Users|Groups)/.test(request.target)
    if (!isWrite) return next(request)
    const body = change(JSON.parse(textOf(request.body)), request.target, request.method)
    return next({ ...request, body: bytesOf(JSON.stringify(body)) })
  }
}

/** What the test says of it. */
export async function testWrapped(variant: Variant, options: TestOptions = {}): Promise<TestResult> {
  const receiver = createReceiver({
    schedule: createVirtualSchedule(0),
    ids: createSeededIds(1, 'lark'),
    profile: 'rfc',
    sources: [{ token: 'secret' }],
  })
  try {
    const url = 'http://receiver.scimulator.test/scim/v2'
    return await testEndpoint({ handler: variant(receiver.scim), url, token: 'secret', ...options })
  } finally {
    await receiver.close()
  }
}
