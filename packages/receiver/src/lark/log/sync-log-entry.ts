import { z } from 'zod'

/** One attribute before and after, under Lark's name and the SCIM name it comes from. */
export const AttributeChange = z.object({
  attribute: z.string().describe('Lark attribute, such as JobTitleID'),
  scim: z.string().describe('SCIM attribute that it comes from, such as title'),
  old: z.string().nullable().describe('Value before; of members, the names that were removed; null for none'),
  new: z.string().nullable().describe('Value after; of members, the names that were added; null for none'),
})
export type AttributeChange = z.infer<typeof AttributeChange>

export const SyncedObject = z.enum(['member', 'department', 'job title', 'user group'])
export type SyncedObject = z.infer<typeof SyncedObject>

export const SyncAction = z.enum([
  'created',
  'changed',
  'deactivated',
  'reactivated',
  'deleted',
  'associated',
  'returned',
  'restored',
  'refused',
])
export type SyncAction = z.infer<typeof SyncAction>

/** Lark C01: one line of the sync log, by what happened to one object and not by request. */
export const SyncLogEntry = z.object({
  at: z.string().describe('ISO 8601 in UTC'),
  organisation: z.string().describe('Organisation of the sync source'),
  source: z.string().describe('Id of the sync source'),
  sourceName: z.string().describe('Name of the sync source at that time'),
  exchange: z.string().describe('Id of the exchange that caused it'),
  object: SyncedObject.describe('What kind of object it is about'),
  objectId: z.string().nullable().describe('Null when a create was refused'),
  name: z.string().describe('User name of a member, name of anything else'),
  action: SyncAction.describe('What happened; associated, returned, restored: a create found an existing object'),
  attempted: z.string().nullable().describe('What a refused request wanted: create, replace, patch or delete'),
  result: z.enum(['success', 'failure']).describe('failure where the request was refused'),
  reason: z.string().nullable().describe('Why it failed'),
  warning: z
    .string()
    .nullable()
    .describe('Note that a create restored a deleted member, which may be a mismatch; null without one'),
  details: z
    .array(z.string())
    .readonly()
    .describe('Rule that refused it, such as Rule B13; or a note on an employee type without a workforce-type rule'),
  attributes: z
    .array(AttributeChange)
    .readonly()
    .describe('What changed; departments and job titles by name, not by id'),
  department: z.string().nullable().describe('The associated department'),
  jobTitle: z.string().nullable().describe('The associated job title'),
})
export type SyncLogEntry = z.infer<typeof SyncLogEntry>

export const SYNC_LOG = 'sync-log'
