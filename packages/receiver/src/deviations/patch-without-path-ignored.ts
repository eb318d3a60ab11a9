import type { Deviation } from './deviation.ts'
import { pathOf, rewritingOperations } from './rewriting.ts'

/**
 * Ignores PATCH operations without a path, and answers 204. Pain: with the suffix on its URL the updates of
 * Entra ID get lost without a trace. Source: zulip/zulip#39773, ssoready/ssoready#228.
 */
export const patchWithoutPathIgnored: Deviation = {
  name: 'patch-without-path-ignored',
  describes: 'Ignores PATCH operations without a path, and answers 204.',
  pain: 'with the suffix on its URL the updates of Entra ID get lost without a trace.',
  source: 'zulip/zulip#39773, ssoready/ssoready#228',
  create: () => rewritingOperations((operation) => (pathOf(operation) === '' ? undefined : operation)),
}
