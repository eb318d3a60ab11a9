// What findings ask of a difference.
import { isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { Difference } from './evidence.ts'

/** Method of the write that the difference is about; empty where there is none. */
export function methodOf({ exchange }: Difference): string {
  return exchange?.request.method ?? ''
}

export function statusOf({ exchange }: Difference): number {
  return exchange?.response?.status ?? 0
}

/** URL and body of the write. */
export function textOf({ exchange }: Difference): string {
  return exchange ? `${exchange.request.url} ${exchange.request.body ?? ''}` : ''
}

/** The write had several operations, so that a refusal of one of them failed them all. */
export function inSamePatch({ exchange }: Difference): boolean {
  const body = exchange?.request.method === 'PATCH' ? parsed(exchange.request.body ?? '') : undefined
  const operations = isJsonObject(body) ? body.Operations : undefined
  if (!isJsonArray(operations)) return false
  return operations.length > 1 || operations.some((one) => isJsonObject(one) && one.path === undefined)
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}
