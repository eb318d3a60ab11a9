// What nothing explains is told once for each thing that it looks like: the same refusal of ten people in three lives is one.
import type { Difference } from '@scimulator/findings'
import { asText, isJsonObject } from '@scimulator/shared/scim'

/**
 * Equal for differences that look like one fault: requests of one method that were refused in the same words, names and ids left out; else
 * the same attribute of the same kind of resource after the same kind of write of one sender.
 */
export function looksLike(difference: Difference): string {
  const { kind, sender, attribute, exchange } = difference
  const method = exchange?.request.method
  const status = exchange?.response?.status ?? 0
  if (method !== undefined && method !== 'GET' && status >= 400) {
    return JSON.stringify([kind, method, status, wordsOf(exchange?.response?.body ?? '')])
  }
  return JSON.stringify([kind, sender, method, attribute, shapeOf(difference.expected), shapeOf(difference.actual)])
}

/** The sentence of an error, without what names somebody or something: two people are refused in the same words. */
function wordsOf(body: string): string {
  const said = detailIn(body) ?? body
  return said.replace(/\S*scimulator-\S*/gi, '…').replace(/\S*\d\S*/g, '…')
}

function detailIn(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body)
    if (!isJsonObject(value)) return undefined
    const detail = value.detail ?? value.message ?? value.error
    return typeof detail === 'string' ? detail : undefined
  } catch {
    return undefined
  }
}

function shapeOf(value: unknown): string {
  if (value === undefined || value === null) return 'absent'
  return typeof value === 'boolean' ? asText(value) : typeof value
}
