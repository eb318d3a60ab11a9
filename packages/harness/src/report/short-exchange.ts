// An exchange in the shortest form that shows what it is about: the operations of a PATCH, the body of a create without its schemas, and of
// an answer the status and what the error says. What was expected and found stands beside it, in the finding.
import { isJsonObject, type JsonObject, parsedJson } from '@scimulator/shared/scim'
import type { ShownExchange } from './shown-exchange.ts'

const LONGEST = 320

export function shortRequest({ method, url, body }: ShownExchange['request']): string {
  const path = url.replace(/^https?:\/\/[^/]+/, '')
  return `${method} ${path}${body === undefined ? '' : ` ${cut(shortBody(body))}`}`
}

export function shortAnswer({ response, failure, readBack }: ShownExchange): string {
  if (!response) return `nothing: ${failure?.message ?? 'no answer'}`
  const later = readBack ? `; read again: ${readBack.status}` : ''
  return `${response.status}${shortContent(response)}${later}`
}

function shortBody(text: string): string {
  const body = parsedJson(text)
  if (!isJsonObject(body)) return text
  if (body.Operations !== undefined) return JSON.stringify(body.Operations)
  const { schemas: _left, ...rest } = body
  return JSON.stringify(rest)
}

function shortContent({ status, headers, body }: NonNullable<ShownExchange['response']>): string {
  if (body.trim() === '') return ''
  const value = parsedJson(body)
  if (value === undefined) {
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'no content type'
    return ` ${type}: ${cut(body.replace(/\s+/g, ' ').trim(), 80)}`
  }
  if (!isJsonObject(value)) return ` ${cut(body, 120)}`
  return status >= 400 ? ` ${errorText(value)}` : resourceText(value)
}

function errorText(error: JsonObject): string {
  const { scimType, detail } = error
  const parts = [scimType, detail].filter((one) => typeof one === 'string')
  return parts.length > 0 ? parts.join(': ') : cut(JSON.stringify(error), 120)
}

function resourceText(value: JsonObject): string {
  if (value.Resources !== undefined || value.totalResults !== undefined) {
    const shown = Array.isArray(value.Resources) ? value.Resources.length : 0
    return `, a list: totalResults ${JSON.stringify(value.totalResults)}, ${shown} in it`
  }
  return ', the resource'
}

function cut(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}
