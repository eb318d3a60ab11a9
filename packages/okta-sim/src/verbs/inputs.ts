import { z } from 'zod'

export const UserName = z.string().min(1).describe('A person: login, email, key or id').meta({ refers: 'okta.users' })
export const GroupName = z.string().min(1).describe('A group: name or id').meta({ refers: 'okta.groups' })
export const ApplicationName = z
  .string()
  .min(1)
  .optional()
  .describe('An application: label or id; may be left out where there is one')
  .meta({ refers: 'okta.applications' })

export const OfUser = z.strictObject({ user: UserName })
export const OfGroup = z.strictObject({ group: GroupName })
export const OfApplication = z.strictObject({ application: ApplicationName })
export const Membership = z.strictObject({ group: GroupName, user: UserName })
export const OfGroupRule = z.strictObject({
  rule: z.string().min(1).describe('A group rule: name or id').meta({ refers: 'okta.group-rules' }),
})
export const Pushed = z.strictObject({ application: ApplicationName, group: GroupName })
