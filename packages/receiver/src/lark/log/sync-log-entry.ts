import { z } from 'zod'

/** One attribute before and after, under Lark's name and the SCIM name it comes from. */
export const AttributeChange = z.object({
  attribute: z.string(),
  scim: z.string(),
  old: z.string().nullable(),
  new: z.string().nullable(),
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
  organisation: z.string(),
  source: z.string().describe('Id of the sync source'),
  sourceName: z.string(),
  exchange: z.string().describe('Id of the exchange that caused it'),
  object: SyncedObject,
  objectId: z.string().nullable().describe('Null when a create was refused'),
  name: z.string().describe('User name of a member, name of anything else'),
  action: SyncAction,
  attempted: z.string().nullable().describe('What a refused request wanted: create, replace, patch or delete'),
  result: z.enum(['success', 'failure']),
  reason: z.string().nullable().describe('Why it failed'),
  warning: z.string().nullable(),
  details: z.array(z.string()).readonly(),
  attributes: z.array(AttributeChange).readonly(),
  department: z.string().nullable().describe('The associated department'),
  jobTitle: z.string().nullable().describe('The associated job title'),
})
export type SyncLogEntry = z.infer<typeof SyncLogEntry>

export const SYNC_LOG = 'sync-log'
