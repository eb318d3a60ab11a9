import { defineDeviation } from './deviation.ts'
import { pathOf, rewritingOperations } from './rewriting.ts'

export const patchWithoutPathIgnored = defineDeviation({
  name: 'patch-without-path-ignored',
  describes: 'Ignores PATCH operations without a path, and answers 204.',
  pain: 'With the suffix on its URL, updates by Entra ID are lost without a trace.',
  hurts: ['entra', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users.active', 'directory.users.title'],
  consequences: [],
  source: 'zulip/zulip#39773, ssoready/ssoready#228',
  create: () => rewritingOperations((operation) => (pathOf(operation) === '' ? undefined : operation)),
})
