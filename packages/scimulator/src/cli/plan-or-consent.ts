// What would happen at somebody's endpoint is shown before it happens, where it is asked for or where nobody has said that it may.
import { isLoopback, type OpenTarget } from '@scimulator/harness/target'
import { isYes } from './is-yes.ts'
import { complain, EXIT, print } from './output.ts'
import type { PlanOptions } from './plan.ts'
import { createProgress } from './progress.ts'

export interface Consent {
  /** The plan is all that is wanted. */
  readonly plan?: boolean
  readonly iOwnThisTarget?: boolean
}

/** What a run would do; `show` says what is being counted. */
export type Counting = (show: (what: string) => void) => Promise<PlanOptions>

/** @returns the exit code when the run is not to be carried out; else the id of the run that was agreed to, if one was shown */
export async function planOrConsent(
  opened: OpenTarget,
  { plan: isPlanOnly = false, iOwnThisTarget = false }: Consent,
  counting: Counting,
): Promise<{ readonly code: number } | { readonly runId: string } | undefined> {
  const hasConsent = iOwnThisTarget || isLoopback(opened.description.url)
  if (!isPlanOnly && hasConsent) return undefined
  const { planOf } = await import('./plan.ts')
  const progress = createProgress()
  const options = await counting((what) => progress.show(`counting what would be made: ${what}`))
  const plan = await planOf(opened, options).finally(progress.stop)
  print(plan.text)
  for (const message of plan.rejected) complain(message)
  if (isPlanOnly) return { code: plan.rejected.length > 0 ? EXIT.badInput : EXIT.passed }
  if (await isYes('Is this endpoint yours, and made for tests? Run now? [y/N] ')) return { runId: plan.runId }
  complain('Nothing was sent. --i-own-this-target says yes without being asked.')
  return { code: EXIT.badInput }
}
