import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { chooser, EventChoice } from '../insights/choice.ts'

/** An event as the API of Directory Insights answers it. */
const InsightsItem = z.object({
  id: z.string().describe('UUID of the event'),
  event_type: z.string().describe('What happened, such as user_update or user_update_provision'),
  timestamp: z.string().describe('When it happened, in UTC, such as 2026-01-05T08:00:00.000Z'),
  service: z.literal('directory').describe('Service that the event belongs to'),
  organization: z.string().describe('Object id of the organisation'),
  '@version': z.literal('1').describe('Version of the form that events have'),
  initiated_by: z
    .object({
      type: z.enum(['admin', 'system']).describe('An administrator, or JumpCloud by itself'),
      id: z.string().optional().describe('Object id of the administrator; absent at the console'),
      email: z.string().optional().describe('Email address of the administrator'),
      source: z.string().optional().describe('Part of JumpCloud that acted by itself, such as jumpcloud_provisioning'),
    })
    .describe('Who did it'),
  resource: z
    .object({
      type: z.string().describe('user, user_group or application; for a user who is pushed, systemuser'),
      id: z.string().describe('Object id of the user, group or application'),
      username: z.string().optional().describe('Username, if it is a user'),
      name: z.string().optional().describe('Name of the group, or display label of the application'),
    })
    .optional()
    .describe('What it happened to'),
  application: z
    .object({
      id: z.string().describe('Object id of the application'),
      name: z.string().describe('Display label of the application'),
    })
    .optional()
    .describe('Application that was configured or pushed to; absent for other events'),
  idm_client_id: z.string().optional().describe('Of what was tried at a target: object id of the application'),
  association: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Of association_change: op, which is add or remove, and connection, whose ends are from and to'),
  changes: z
    .array(
      z.object({
        field: z.string().describe('Name of the field that changed'),
        from: z.unknown().optional().describe('Value before; absent if there was none'),
        to: z.unknown().optional().describe('Value after; absent if there is none'),
      }),
    )
    .readonly()
    .optional()
    .describe('What an update changed in a user or a group, by name of the field'),
  success: z.boolean().describe('It succeeded; false only of what was tried at a target'),
  error_message: z.string().optional().describe('Why it failed; absent if it succeeded'),
  message_chain: z
    .object({
      response_code: z.string().describe('HTTP status as text, such as 409'),
      response_message: z.string().describe('Reason phrase of the status, such as Conflict'),
      message_details: z.string().describe('Body of the answer if it failed; else empty'),
    })
    .optional()
    .describe('Answer of the target to what was tried; absent if none came'),
  auth_method: z.string().optional().describe('How the administrator signed in; not simulated, always absent'),
  client_ip: z.string().optional().describe('IP address of the administrator; not simulated, always absent'),
})

export function insightsView(engine: Engine) {
  const { insights } = engine
  return defineView({
    name: 'insights',
    describes:
      'Directory Insights: what administrators did and what was tried at the targets in the last 90 days, oldest first, by number.',
    query: EventChoice,
    item: InsightsItem,
    watches: ['insights'],
    dropped: () => insights.firstSeq - 1,
    read(choice) {
      const isChosen = chooser(choice, engine.context.now)
      return insights
        .recent()
        .filter(({ entry }) => isChosen(entry))
        .map(({ seq, entry }) => ({ key: String(seq), value: { ...entry } }))
    },
  })
}
