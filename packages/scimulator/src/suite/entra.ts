import { aFlag, assertOptions, type OptionChecks } from '../api/assert-options.ts'
import type { EntraVerbs } from '../api/generated/entra-verbs.ts'
import { openSession, type Session } from './session.ts'
import { type AppUnderTest, SESSION_OPTIONS, type SessionOptions } from './session-options.ts'

/** What a session with Entra ID takes. */
export interface EntraSessionOptions extends SessionOptions {
  /** Whether the tenant URL ends with ?aadOptscim062020, as Microsoft recommends: PATCH as RFC 7644 has it. Default true. */
  readonly suffix?: boolean
}

const OPTIONS: OptionChecks<EntraSessionOptions> = { ...SESSION_OPTIONS, suffix: aFlag }

/** A tenant that is pointed at an app: its verbs as functions, and what every session has. */
export interface EntraSession extends EntraVerbs, Session {}

/**
 * An Entra ID tenant whose app "App under test" provisions into yours: load people, assign them, start, advance.
 *
 * Rejects when your app does not answer as SCIM does; the message says what came.
 */
export async function entra(app: AppUnderTest, options: EntraSessionOptions = {}): Promise<EntraSession> {
  assertOptions('entra', options, OPTIONS)
  const { suffix = true, ...rest } = options
  return openSession<EntraVerbs>({
    app,
    options: rest,
    program: 'entra',
    sender: suffix ? 'entra' : 'entraLegacy',
    async connect(verbs) {
      const tenantUrl = suffix ? `${app.url}?aadOptscim062020` : app.url
      await verbs.createApp({ name: 'App under test' })
      await verbs.setCredentials({ tenantUrl, secretToken: app.token ?? '' })
    },
  })
}
