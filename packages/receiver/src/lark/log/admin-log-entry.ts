import { z } from 'zod'

/** Lark C02: the event types that the page lists under Settings > Organization Data Sync. */
export const AdminEventType = z.enum([
  'Add sync source',
  'Delete sync source',
  'Edit sync configurations',
  'Activate/Deactivate or Stop Sync Settings',
])
export type AdminEventType = z.infer<typeof AdminEventType>

export const AdminLogEntry = z.object({
  at: z.string().describe('ISO 8601 in UTC'),
  organisation: z.string().describe('Organisation of the sync source'),
  category: z.literal('Settings > Organization Data Sync').describe('Group of event types in the filter'),
  eventType: AdminEventType.describe('What the administrator did'),
  administrator: z.string().describe('Email address'),
  source: z.string().describe('Id of the sync source'),
  sourceName: z.string().describe('Name of the sync source at that time'),
  details: z
    .record(z.string(), z.unknown())
    .describe('Settings of the sync source, before and after where they changed; of a token its expiry date'),
})
export type AdminLogEntry = z.infer<typeof AdminLogEntry>

export const ADMIN_LOG = 'admin-log'
