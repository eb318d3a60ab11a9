import type { DataSource } from '../values/member.ts'
import type { RulesOff } from '../values/rule-id.ts'

/** Lark C03: what a sync makes or takes over has the data source SCIM, all else Lark Admin Console. */
export function syncedDataSource(rulesOff: RulesOff): DataSource {
  return rulesOff.has('C03') ? 'Lark Admin Console' : 'SCIM'
}
