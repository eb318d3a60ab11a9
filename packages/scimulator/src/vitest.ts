// Entra ID and JumpCloud in a suite of vitest's. A session that a test opens is closed when the test has finished.
import { onTestFinished } from 'vitest'
import { type EntraSession, type EntraSessionOptions, entra as openEntra } from './suite/entra.ts'
import { type JumpCloudSession, jumpcloud as openJumpCloud } from './suite/jumpcloud.ts'
import type { AppUnderTest, SessionOptions } from './suite/session-options.ts'

export type { EntraSession, EntraSessionOptions } from './suite/entra.ts'
export type { Expectation, Query } from './suite/expectation.ts'
export type { JumpCloudSession } from './suite/jumpcloud.ts'
export { scenario } from './suite/scenario.ts'
export type { Session } from './suite/session.ts'
export type { AppUnderTest, SessionOptions } from './suite/session-options.ts'

/** `entra` of `scimulator`, closed when the test has finished. In a hook such as `beforeAll`, close it yourself. */
export async function entra(app: AppUnderTest, options?: EntraSessionOptions): Promise<EntraSession> {
  return closedAfterTest(await openEntra(app, options))
}

/** `jumpcloud` of `scimulator`, closed when the test has finished. In a hook such as `beforeAll`, close it yourself. */
export async function jumpcloud(app: AppUnderTest, options?: SessionOptions): Promise<JumpCloudSession> {
  return closedAfterTest(await openJumpCloud(app, options))
}

function closedAfterTest<Open extends { close(): Promise<unknown> }>(session: Open): Open {
  try {
    onTestFinished(async () => void (await session.close()))
  } catch {
    // Outside a test there is no end of one; its opener closes it.
  }
  return session
}
