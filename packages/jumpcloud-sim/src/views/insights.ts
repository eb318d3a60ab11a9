import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { chooser, EventChoice } from '../insights/choice.ts'

/** An event as the API of Directory Insights answers it. */
const InsightsItem = z.object({
  id: z.string(),
  event_type: z.string(),
  timestamp: z.string(),
  service: z.literal('directory'),
  organization: z.string(),
  '@version': z.literal('1'),
  initiated_by: z.object({
    type: z.enum(['admin', 'system']),
    id: z.string().optional(),
    email: z.string().optional(),
    source: z.string().optional(),
  }),
  resource: z
    .object({ type: z.string(), id: z.string(), username: z.string().optional(), name: z.string().optional() })
    .optional(),
  application: z.object({ id: z.string(), name: z.string() }).optional(),
  idm_client_id: z.string().optional(),
  association: z.record(z.string(), z.unknown()).optional(),
  changes: z
    .array(z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() }))
    .readonly()
    .optional(),
  success: z.boolean(),
  error_message: z.string().optional(),
  message_chain: z
    .object({ response_code: z.string(), response_message: z.string(), message_details: z.string() })
    .optional(),
  auth_method: z.string().optional(),
  client_ip: z.string().optional(),
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
