import { z } from 'zod'

/** A user as plain SCIM writes it: any attribute of RFC 7643 beside the name; what most endpoints demand is filled in. */
export const DirectoryUser = z
  .looseObject({ userName: z.string().min(1) })
  .describe('Attributes of a SCIM user; displayName, name, active and a work email address are filled in when left out')
export type DirectoryUser = z.infer<typeof DirectoryUser>

export const DirectoryGroup = z.strictObject({
  displayName: z.string().min(1),
  externalId: z.string().optional(),
  members: z.array(z.string()).default([]).describe('userNames, or names of groups'),
})
export type DirectoryGroup = z.infer<typeof DirectoryGroup>
