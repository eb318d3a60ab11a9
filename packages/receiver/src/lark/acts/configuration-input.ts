import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Administrator } from '../values/administrator.ts'
import type { RulesOff } from '../values/rule-id.ts'
import {
  DEFAULT_CONFIGURATION,
  IdentifyingAttribute,
  MemberDeletionRule,
  type SyncConfiguration,
  type SyncSourceKind,
  WorkforceTypeRule,
} from '../values/sync-source.ts'
import { findAdministrator } from './acting.ts'
import type { Desk } from './desk.ts'

/** The wizard's pages "Set attributes" and "General settings"; what is not given stays as it is, or at its default. */
export const ConfigurationInput = z.strictObject({
  workforceTypeRules: z.array(WorkforceTypeRule).optional().describe('At most 15'),
  memberNotification: z.boolean().optional().describe('Entra ID only: tell new members that a sync makes'),
  memberDeletionRule: MemberDeletionRule.optional().describe('How a SCIM DELETE of a user is answered'),
  administratorNotification: z
    .array(z.string())
    .optional()
    .describe('Administrators who hear of sync failures, by email address, name or id'),
  identifyingAttributes: z
    .array(IdentifyingAttribute)
    .optional()
    .describe('By what a create looks for existing members, besides the user name'),
})
export type ConfigurationInput = z.infer<typeof ConfigurationInput>

const MAX_WORKFORCE_TYPE_RULES = 15

/** A checked configuration: `given` laid over `current`. @throws VerbError invalid, not-found */
export function configured(
  desk: Desk,
  organisation: string,
  kind: SyncSourceKind,
  given: ConfigurationInput,
  current: SyncConfiguration = DEFAULT_CONFIGURATION,
): SyncConfiguration {
  checkWorkforceTypeRules(given.workforceTypeRules ?? [], desk.profile.options.rulesOff)
  checkMemberNotification(kind, given.memberNotification)
  const told = given.administratorNotification?.map((wanted) => findAdministrator(desk, organisation, wanted).id)
  return {
    workforceTypeRules: given.workforceTypeRules ?? current.workforceTypeRules,
    memberNotification: given.memberNotification ?? current.memberNotification,
    memberDeletionRule: given.memberDeletionRule ?? current.memberDeletionRule,
    administratorNotification: told ?? current.administratorNotification,
    identifyingAttributes: given.identifyingAttributes ?? current.identifyingAttributes,
  }
}

/** The administrator who adds a sync source is notified of its failures, unless others are chosen (A09). */
export function withCreator(given: ConfigurationInput, creator: Administrator): ConfigurationInput {
  return { administratorNotification: [creator.id], ...given }
}

/** Lark A05: at most 15 rules, each employee type once. */
function checkWorkforceTypeRules(rules: readonly WorkforceTypeRule[], rulesOff: RulesOff): void {
  if (rules.length > MAX_WORKFORCE_TYPE_RULES && !rulesOff.has('A05')) {
    throw new VerbError(
      'invalid',
      `workforceTypeRules: ${rules.length} rules are too many; at most ${MAX_WORKFORCE_TYPE_RULES} can be configured.`,
    )
  }
  const types = rules.map(({ employeeType }) => employeeType.toLowerCase())
  const twice = rules.find(({ employeeType }, index) => types.indexOf(employeeType.toLowerCase()) !== index)
  if (twice) {
    throw new VerbError(
      'invalid',
      `workforceTypeRules: the employee type "${twice.employeeType}" has two rules; keep one.`,
    )
  }
}

function checkMemberNotification(kind: SyncSourceKind, wanted: boolean | undefined): void {
  if (kind === 'Entra ID' || wanted === undefined) return
  throw new VerbError(
    'invalid',
    `memberNotification: the ${kind} page has no such setting; it exists for Entra ID only.`,
  )
}
