import type { RecordedExchange } from '@scimulator/shared/http'
import { jsonBody } from '@scimulator/shared/provisioning'
import { isPlainObject } from '../written/plain-object.ts'

/** `#40 PATCH http://…/Users/1: 400 invalidValue, Attribute 'active' expected …` for each request that was refused or not answered. */
export function refusalsOf(exchanges: readonly RecordedExchange[]): string[] {
  return exchanges.flatMap(({ seq, request, response, failure }) => {
    const head = `#${seq} ${request.method} ${request.url}: `
    if (failure) return [`${head}${failure.kind}, ${failure.message}`]
    if (!response || response.status < 400) return []
    const body = jsonBody(response)
    return [`${head}${response.status} ${errorText(body.kind === 'json' ? body.value : response.body)}`.trimEnd()]
  })
}

function errorText(body: unknown): string {
  if (typeof body === 'string') return JSON.stringify(body.slice(0, 120))
  if (!isPlainObject(body)) return ''
  return [body.scimType, body.detail].filter((part) => typeof part === 'string').join(', ')
}
