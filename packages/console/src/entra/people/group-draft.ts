// A group's settings, and the verbs that save them. Pure.
import type { Views } from '../../source/source.ts'

type Facts = Omit<Views['entra.groups'], 'members'>

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

/** As the portal names them. */
export function typeOf({ groupTypes }: Pick<Facts, 'groupTypes'>): string {
  return groupTypes.includes('Unified') ? 'Microsoft 365' : 'Security'
}

export function membershipTypeOf({ membershipRule }: Pick<Facts, 'membershipRule'>): string {
  return membershipRule === undefined ? 'Assigned' : 'Dynamic User'
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
