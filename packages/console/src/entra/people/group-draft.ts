// A group's settings, and the verbs that save them. Pure.
import type { Picked } from '../../parts/picker-panel.tsx'
import type { Views } from '../../source/source.ts'

type Facts = Omit<Views['entra.groups'], 'members' | 'memberCount'>

export interface GroupDraft {
  readonly name: string
  readonly description: string
  readonly rule: string
  readonly processing: string
}

export function groupDraftOf({
  displayName,
  description,
  membershipRule,
  membershipRuleProcessingState,
}: Facts): GroupDraft {
  return {
    name: displayName,
    description: description ?? '',
    rule: membershipRule ?? '',
    processing: membershipRuleProcessingState ?? 'On',
  }
}

/** Where a rule says who is in a group. */
export const DYNAMIC = 'Dynamic User'

/** As the portal names them. */
export function typeOf({ groupTypes }: Pick<Facts, 'groupTypes'>): string {
  return groupTypes.includes('Unified') ? 'Microsoft 365' : 'Security'
}

export function membershipTypeOf({ membershipRule }: Pick<Facts, 'membershipRule'>): string {
  return membershipRule === undefined ? 'Assigned' : DYNAMIC
}

export interface GroupStep {
  readonly verb: string
  readonly input: object
}

/** The name has a verb of its own; of the rest only what was changed is said. */
export function groupSteps(
  id: string,
  draft: GroupDraft,
  changed: readonly (keyof GroupDraft)[],
): readonly GroupStep[] {
  const isChanged = (name: keyof GroupDraft): boolean => changed.includes(name)
  const rest = {
    ...(isChanged('description') && { description: draft.description }),
    ...(isChanged('rule') && { membershipRule: draft.rule }),
    ...(isChanged('processing') && { membershipRuleProcessingState: draft.processing }),
  }
  return [
    ...(isChanged('name') ? [{ verb: 'entra.rename-group', input: { group: id, name: draft.name.trim() } }] : []),
    ...(Object.keys(rest).length > 0 ? [{ verb: 'entra.update-group', input: { group: id, ...rest } }] : []),
  ]
}

/** What the page New Group asks for. */
export interface NewGroup {
  readonly name: string
  readonly description: string
  readonly type: string
  readonly membership: string
  readonly rule: string
  readonly members: readonly Picked[]
}

export const NEW_GROUP: NewGroup = {
  name: '',
  description: '',
  type: 'security',
  membership: 'Assigned',
  rule: '',
  members: [],
}

export function isComplete({ name, membership, rule }: NewGroup): boolean {
  return name.trim() !== '' && (membership !== DYNAMIC || rule.trim() !== '')
}

/** As `create-group` takes it: with members, or with a rule. */
export function newGroupInput({ name, description, type, membership, rule, members }: NewGroup): object {
  const keysOf = (view: string) => members.filter((one) => one.view === view).map(({ key }) => key)
  return {
    ...{ name: name.trim(), type },
    ...(description.trim() !== '' && { description: description.trim() }),
    ...(membership === DYNAMIC
      ? { membershipRule: rule.trim() }
      : { members: keysOf('entra.users'), groups: keysOf('entra.groups') }),
  }
}
