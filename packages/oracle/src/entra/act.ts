// What happens in a history: acts of administrators, the passing of time, and what goes wrong on the wire.
import type { Fault } from '@scimulator/shared/behaviour'

/** People are p1…p8 and groups g1…g4, whatever their names become. */
export type Act =
  | { readonly act: 'create-user'; readonly user: string; readonly isBlocked: boolean }
  /** Under a name such as p1_partner.com#EXT#@contoso.onmicrosoft.com. */
  | { readonly act: 'create-guest'; readonly user: string }
  | { readonly act: 'set'; readonly user: string; readonly attribute: string; readonly value: string | null }
  | { readonly act: 'rename'; readonly user: string; readonly name: string }
  | { readonly act: 'block' | 'unblock' | 'delete' | 'restore' | 'purge'; readonly user: string }
  | { readonly act: 'manager'; readonly user: string; readonly manager: string | null }
  | { readonly act: 'create-group'; readonly group: string; readonly members: readonly string[] }
  /** Its members are those of a department, by rule. */
  | { readonly act: 'create-dynamic-group'; readonly group: string; readonly department: string }
  | { readonly act: 'rename-group'; readonly group: string; readonly name: string }
  | { readonly act: 'delete-group'; readonly group: string }
  | { readonly act: 'add-member' | 'remove-member'; readonly group: string; readonly member: string }
  | { readonly act: 'assign' | 'unassign'; readonly principal: string }
  | { readonly act: 'scope'; readonly everybody: boolean }
  /** The mapping of users: a target attribute is written from another source attribute, or not at all. */
  | { readonly act: 'map'; readonly target: MappedTarget; readonly source: string }
  | { readonly act: 'unmap'; readonly target: MappedTarget }
  /** Scoping filters of the two mappings; null takes one away. */
  | { readonly act: 'filter-users'; readonly clause: Clause | null }
  | { readonly act: 'filter-groups'; readonly name: string | null }
  | { readonly act: 'threshold'; readonly count: number | null }
  | { readonly act: 'cycles'; readonly count: number }
  | { readonly act: 'start' | 'stop' | 'restart' | 'restart-full' | 'save-mapping' | 'allow-deletes' | 'lift' }
  | { readonly act: 'on-demand'; readonly user: string }
  | { readonly act: 'fault'; readonly fault: Fault }
  | { readonly act: 'lost-at-target'; readonly principal: string }
  /** Somebody gives the person another title at the target, or sets the account inactive. */
  | { readonly act: 'changed-at-target' | 'disabled-at-target'; readonly user: string }
  | { readonly act: 'removed-at-target'; readonly group: string; readonly user: string }
  /** Furnishes the tenant before a history begins. */
  | { readonly act: 'verb'; readonly name: string; readonly input: object }
  /** Faults are lifted, provisioning is started, and time passes until nothing is tried again. */
  | { readonly act: 'settle' }

/** Target attributes whose rows are changed. */
type MappedTarget = 'title' | 'preferredLanguage'

/** On the department, which may be empty. */
export interface Clause {
  readonly operator: 'EQUALS' | 'NOT EQUALS' | 'IS NULL' | 'IS NOT NULL'
  readonly value: string
}

/** As it stands in a counterexample: `add-member group g1 member p2`. */
export function sayAct(act: Act): string {
  const { act: name, ...rest } = act
  const parts = Object.entries(rest).map(([key, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return key === name ? text : `${key} ${text}`
  })
  return [name, ...parts].join(' ')
}
