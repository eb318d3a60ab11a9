import { aFlag, assertOptions, aText, type OptionChecks, texts } from './assert-options.ts'

/** A SCIM endpoint of yours. What a run did not make there it does not change. */
export interface TargetOptions {
  /** Base URL, such as http://127.0.0.1:3000/scim/v2. */
  readonly url: string
  /** Bearer token. */
  readonly token?: string
  /**
   * Everything there may be changed, and is put back at the end: for a suite that starts its own app. Names then go over the wire as
   * they are; otherwise each begins with `scimulator-` and the id of the run.
   */
  readonly mine?: boolean
  /** userNames, group names or ids that may be changed, and are put back at the end. */
  readonly adopt?: readonly string[]
  /** Needed for an endpoint on another machine: accounts are created, changed and deleted there. */
  readonly iOwnThisTarget?: boolean
}

const OPTIONS: OptionChecks<TargetOptions> = {
  url: aText,
  token: aText,
  mine: aFlag,
  adopt: texts,
  iOwnThisTarget: aFlag,
}

/** @throws Error for an option that a target does not have, or a value that it cannot have */
export function assertTargetOptions(caller: string, given: unknown): void {
  assertOptions<TargetOptions>(caller, given, OPTIONS, ['url'])
}
