// How many requests a minute the API answers, path by path (O909). What is counted is not kept: an organisation begins anew with its process.
import { ApiError } from './api-error.ts'

const WINDOW_MS = 60_000

export interface Allowance {
  readonly limit: number
  readonly remaining: number
  /** Seconds since the epoch: when the next minute begins. */
  readonly reset: number
}

export class RateLimit {
  readonly #limit: number
  readonly #used = new Map<string, { readonly until: number; count: number }>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Counts a request for a path of the first level, such as `users`. */
  count(path: string, now: number): Allowance {
    const known = this.#used.get(path)
    const window =
      known && now < known.until && now >= known.until - WINDOW_MS ? known : { until: now + WINDOW_MS, count: 0 }
    window.count += 1
    this.#used.set(path, window)
    const remaining = Math.max(0, this.#limit - window.count)
    return { limit: this.#limit, remaining, reset: Math.ceil(window.until / 1_000) }
  }

  /** @throws ApiError E0000047 for a request beyond the limit */
  check(path: string): void {
    if ((this.#used.get(path)?.count ?? 0) > this.#limit) throw new ApiError('E0000047')
  }

  clear(): void {
    this.#used.clear()
  }
}

export function rateLimitHeaders({ limit, remaining, reset }: Allowance): Readonly<Record<string, string>> {
  return {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(reset),
  }
}
