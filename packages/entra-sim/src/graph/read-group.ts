// What may be written into a group (Graph: Create group, Update group). A property that nobody knows is refused: taken silently, it
// would leave the caller with a group that is not the one that was asked for.
import { z } from 'zod'
import { badRequest } from './graph-error.ts'
import { readBody } from './read-body.ts'

export const MEMBERS_BIND = 'members@odata.bind'

/** Graph adds at most this many members in one request. */
const MOST_MEMBERS = 20

const displayName = z.string().min(1).max(256)
const mailNickname = z.string().regex(/^[\x21-\x7e]{1,64}$/)
const membershipRule = z.string().nullish()
const membershipRuleProcessingState = z.enum(['On', 'Paused']).nullish()
const references = z.array(z.string()).max(MOST_MEMBERS).default([])

const NewGroup = z.looseObject({
  displayName,
  mailEnabled: z.boolean(),
  mailNickname,
  securityEnabled: z.boolean(),
  description: z.string().nullish(),
  groupTypes: z.array(z.enum(['Unified', 'DynamicMembership'])).default([]),
  membershipRule,
  membershipRuleProcessingState,
  [MEMBERS_BIND]: references,
})
type NewGroup = z.output<typeof NewGroup>

const ChangedGroup = z.looseObject({
  displayName: displayName.optional(),
  description: z.string().nullish(),
  mailNickname: mailNickname.optional(),
  securityEnabled: z.boolean().optional(),
  membershipRule,
  membershipRuleProcessingState,
  [MEMBERS_BIND]: references,
})

/** Taken and not kept: properties of Graph's group that provisioning never reads. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'classification',
  'isAssignableToRole',
  'owners@odata.bind',
  'preferredDataLocation',
  'preferredLanguage',
  'resourceBehaviorOptions',
  'resourceProvisioningOptions',
  'theme',
  'visibility',
])

export function readNewGroup(body: unknown): NewGroup {
  const read = readBody(NewGroup, body)
  assertKnown(read, NewGroup)
  assertKind(read)
  return read
}

export function readChangedGroup(body: unknown): z.output<typeof ChangedGroup> {
  const read = readBody(ChangedGroup, body)
  assertKnown(read, ChangedGroup)
  return read
}

function assertKnown(body: object, { shape }: typeof NewGroup | typeof ChangedGroup): void {
  const isKnown = (name: string) => Object.hasOwn(shape, name) || NOT_KEPT.has(name) || name.startsWith('@odata.')
  const unknown = Object.keys(body).find((name) => !isKnown(name))
  if (unknown !== undefined) throw badRequest(`Invalid property '${unknown}' specified for resource 'Group'.`)
}

/** Security groups and Microsoft 365 groups can be made; those of Exchange cannot be, nor a rule's group without the rule. */
function assertKind({ groupTypes, mailEnabled, securityEnabled, membershipRule: rule }: NewGroup): void {
  const isUnified = groupTypes.includes('Unified')
  if (!isUnified && (mailEnabled || !securityEnabled)) {
    throw badRequest(
      'The service does not currently support writes of mail-enabled groups, except Microsoft 365 groups.',
    )
  }
  if (isUnified && !mailEnabled) throw badRequest('A Microsoft 365 group has to be mailEnabled.')
  if (groupTypes.includes('DynamicMembership') && !rule) throw badRequest('A dynamic group needs a membershipRule.')
}
