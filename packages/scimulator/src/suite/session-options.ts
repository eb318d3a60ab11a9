import { aFlag, assertOptions, aText, aWholeNumber, type OptionChecks } from '../api/assert-options.ts'

/** The app that a suite has started: where its SCIM endpoint is. */
export interface AppUnderTest {
  /** SCIM base URL, such as http://127.0.0.1:3000/scim/v2. */
  readonly url: string
  /** Bearer token. */
  readonly token?: string
  /**
   * Default true: everything there belongs to the suite. Names go over the wire as they are; what was there before may be changed, and
   * is put back by `close`. With false, every name begins with `scimulator-`, and nothing is touched that the session has not made.
   */
  readonly mine?: boolean
}

/** What sessions of both identity providers take. */
export interface SessionOptions {
  /** Seed of all ids. Default 1. */
  readonly seed?: number
  /** What the clock shows at the beginning, ISO 8601. Default 2026-01-05T08:00:00Z. */
  readonly start?: string
  /** Whether a failed expectation asks the app what explains it, which takes some seconds. Default true. */
  readonly findings?: boolean
}

export const SESSION_OPTIONS: OptionChecks<SessionOptions> = { seed: aWholeNumber, start: aText, findings: aFlag }

const APP: OptionChecks<AppUnderTest> = { url: aText, token: aText, mine: aFlag }

/** What a suite knows of its app beyond this, such as its server, is nobody else's business. @throws Error for what it lacks */
export function assertApp(caller: string, app: unknown): void {
  const { url, token, mine } = Object(app)
  assertOptions<AppUnderTest>(`${caller}(app)`, typeof app === 'object' && app ? { url, token, mine } : app, APP, [
    'url',
  ])
}
