// Inputs that several verbs share, in the words of people.

import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import type { ServicePrincipal } from '../directory/service-principal.ts'
import type { SynchronizationJob } from '../job/job.ts'
import { findApp, findGroup, findUser, jobOf } from '../state/find.ts'

export const AppName = z
  .string()
  .optional()
  .describe('Name or id of the app; not needed while there is only one')
  .meta({ refers: 'entra.job' })

export const UserName = z
  .string()
  .min(1)
  .describe('A user by key, userPrincipalName, mail, displayName or object id')
  .meta({ refers: 'entra.users' })

export const GroupName = z
  .string()
  .min(1)
  .describe('A group by displayName or object id')
  .meta({ refers: 'entra.groups' })

export const RuleState = z
  .enum(['On', 'Paused'])
  .describe('While Paused, the members of a dynamic group stay as they are')

const SCOPES = ['Sync only assigned users and groups', 'Sync all users and groups'] as const
/** Whom a job looks at, in the portal's words. */
export const SyncScope = z.enum(SCOPES)

export function isSyncAll(scope: z.infer<typeof SyncScope>): boolean {
  return scope === SCOPES[1]
}

export const ObjectType = z.enum(['User', 'Group']).default('User').describe('Whose mapping: User or Group')

/** A clause of a scoping filter. */
export const Clause = z.strictObject({
  attribute: z.string().min(1).describe('Source attribute'),
  operator: z.string().min(1).describe('EQUALS, NOT EQUALS, IS TRUE, REGEX MATCH, INCLUDES, …'),
  value: z.string().optional().describe('Not for unary operators'),
})

/** A scoping filter as the portal's page has it: all of its clauses must hold. */
export const ScopeGroupInput = z.strictObject({ title: z.string().default(''), clauses: z.array(Clause).min(1) })

/** A user or a group. */
export const Principal = z
  .strictObject({ app: AppName, user: UserName.optional(), group: GroupName.optional() })
  .refine(({ user, group }) => (user === undefined) !== (group === undefined), 'Give either "user" or "group".')
export type Principal = z.infer<typeof Principal>

export function principalOf({ ports }: EntraContext, { user, group }: Pick<Principal, 'user' | 'group'>) {
  if (user !== undefined) return { objectType: 'User', objectId: findUser(ports.view, user).id } as const
  return { objectType: 'Group', objectId: findGroup(ports.view, group ?? '').id } as const
}

/** Who goes into a group, or out of it. */
export const MemberOfGroup = z
  .strictObject({
    group: GroupName,
    user: UserName.optional(),
    member: GroupName.optional().describe('A nested group'),
  })
  .refine(({ user, member }) => (user === undefined) !== (member === undefined), 'Give either "user" or "member".')
type MemberOfGroup = z.infer<typeof MemberOfGroup>

export function memberIdOf({ ports }: EntraContext, { user, member }: Omit<MemberOfGroup, 'group'>): string {
  return user === undefined ? findGroup(ports.view, member ?? '').id : findUser(ports.view, user).id
}

export function appAndJob(
  { ports }: EntraContext,
  name: string | undefined,
): { readonly app: ServicePrincipal; readonly job: SynchronizationJob } {
  const app = findApp(ports.view, name)
  const job = jobOf(ports.view, app)
  if (!job) throw new VerbError('not-found', `The app "${app.displayName}" has no provisioning job; create one first.`)
  return { app, job }
}
