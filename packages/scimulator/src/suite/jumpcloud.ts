import { assertOptions } from '../api/assert-options.ts'
import type { JumpCloudVerbs } from '../api/generated/jumpcloud-verbs.ts'
import { openSession, type Session } from './session.ts'
import { type AppUnderTest, SESSION_OPTIONS, type SessionOptions } from './session-options.ts'

/** An organisation that is pointed at an app: its verbs as functions, and what every session has. */
export interface JumpCloudSession extends JumpCloudVerbs, Session {}

/**
 * A JumpCloud organisation whose application "App under test" provisions into yours, tested and activated: load people, bind a group,
 * advance.
 *
 * Rejects when your app does not answer as SCIM does, or when JumpCloud's connection test fails; the message says what came.
 */
export async function jumpcloud(app: AppUnderTest, options: SessionOptions = {}): Promise<JumpCloudSession> {
  assertOptions('jumpcloud', options, SESSION_OPTIONS)
  return openSession<JumpCloudVerbs>({
    app,
    options,
    program: 'jumpcloud',
    sender: 'jumpcloud',
    async connect(verbs) {
      await verbs.createApplication({ displayLabel: 'App under test', identityManagement: true })
      await verbs.configureScim({
        baseUrl: app.url,
        token: app.token ?? '',
        testUserEmail: 'scim-test@contoso.example',
      })
      assertPassed(await verbs.testConnection())
      await verbs.activate()
    },
  })
}

/** What the verb answers of a test, as far as it is read here. */
interface TestReport {
  readonly passed: boolean
  /** What JumpCloud's console says, which hides the cause. */
  readonly toast: string
  readonly cause?: string
}

function assertPassed(answer: unknown): void {
  // The verb's own answer.
  const { passed, toast, cause = 'no cause was given' } = answer as TestReport
  if (!passed) throw new Error(`${toast}: ${cause}`)
}
