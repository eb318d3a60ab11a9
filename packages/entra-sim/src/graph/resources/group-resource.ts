import { isoTime } from '@scimulator/shared/runtime'
import { type EntraGroup, isPaused } from '../../directory/entra-group.ts'
import type { GraphResource } from '../collection.ts'

export function renderGroup(group: EntraGroup): GraphResource {
  return {
    id: group.id,
    deletedDateTime: group.deletedAt === undefined ? null : isoTime(group.deletedAt),
    createdDateTime: isoTime(group.createdAt),
    description: group.description ?? null,
    displayName: group.displayName,
    groupTypes: group.groupTypes,
    mail: group.mail ?? null,
    mailEnabled: group.mailEnabled,
    mailNickname: group.mailNickname,
    membershipRule: group.membershipRule ?? null,
    membershipRuleProcessingState: group.membershipRule === undefined ? null : isPaused(group) ? 'Paused' : 'On',
    securityEnabled: group.securityEnabled,
    visibility: null,
  }
}
