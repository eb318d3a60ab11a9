import { z } from 'zod'

export const UserName = z
  .string()
  .min(1)
  .describe('A user: username, email, key or id')
  .meta({ refers: 'jumpcloud.users' })
export const GroupName = z.string().min(1).describe('A user group: name or id').meta({ refers: 'jumpcloud.groups' })
export const ApplicationName = z
  .string()
  .min(1)
  .optional()
  .describe('An application: display label or id; may be left out where there is one')
  .meta({ refers: 'jumpcloud.applications' })
