import { testEndpoint as test } from '@scimulator/harness/examine'
import { assertConsent, describeGiven } from '@scimulator/harness/target'
import { aFlag, assertOptions, aText, milliseconds, type OptionChecks, someOf } from './assert-options.ts'
import { defined } from './defined.ts'
import type { TestResult } from './generated/results.ts'

/** Which endpoint is tested, and for whom. */
export interface TestEndpointOptions {
  /** Base URL, such as http://127.0.0.1:3000/scim/v2. */
  readonly url: string
  /** Bearer token. */
  readonly token?: string
  /** Whose verdicts are asked for. Default all five. */
  readonly only?: readonly ('entra' | 'entraLegacy' | 'jumpcloud' | 'okta' | 'rfc')[]
  /** Id of one finding, as `scimulator list findings` shows them: only what shows it is asked. */
  readonly finding?: string
  /** Milliseconds after a write at which an answer that disappoints is read again. Default 200, 1,000 and 3,000. */
  readonly settle?: readonly number[]
  /** Needed for an endpoint on another machine: accounts are created, changed and deleted there. */
  readonly iOwnThisTarget?: boolean
}

const OPTIONS: OptionChecks<TestEndpointOptions> = {
  url: aText,
  token: aText,
  only: someOf('entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'),
  finding: aText,
  settle: milliseconds,
  iOwnThisTarget: aFlag,
}

/**
 * What `scimulator test` does: will the endpoint work with Entra ID, JumpCloud and Okta, and if not, what has to change? What it
 * creates there it removes; whatever the endpoint does is in the result.
 *
 * Rejects when an option is wrong, or the endpoint is on another machine and nobody has said that they own it.
 */
export async function testEndpoint(options: TestEndpointOptions): Promise<TestResult> {
  assertOptions('testEndpoint', options, OPTIONS, ['url'])
  const { url, token, iOwnThisTarget = false, only, finding, settle } = options
  const description = describeGiven({ url, ...defined({ token }) }, process.env)
  assertConsent(description, iOwnThisTarget)
  return test({ description, ...defined({ only, finding, settle }) })
}
