import type { ScimResponse } from './exchange.ts'
import { headerValue } from './scim-request.ts'

/**
 * How long the other side asks to wait, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110 §10.2.3). Undefined when the
 * header is missing or is neither. A date counts from the answer's own `Date`, so that it does not matter whose clock is right.
 */
export function retryAfterMs({ headers }: ScimResponse, answeredAt: number): number | undefined {
  const text = headerValue(headers, 'retry-after')?.trim()
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000
  const until = httpDate(text)
  const from = httpDate(headerValue(headers, 'date')?.trim()) ?? answeredAt
  return until === undefined ? undefined : Math.max(0, until - from)
}

/** An IMF-fixdate, such as `Mon, 05 Jan 2026 08:00:00 GMT` (RFC 9110 §5.6.7). */
export function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}
