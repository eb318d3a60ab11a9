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
  organisation: z.string(),
  category: z.literal('Settings > Organization Data Sync'),
  eventType: AdminEventType,
  administrator: z.string().describe('Email address'),
  source: z.string(),
  sourceName: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type AdminLogEntry = z.infer<typeof AdminLogEntry>

export const ADMIN_LOG = 'admin-log'
