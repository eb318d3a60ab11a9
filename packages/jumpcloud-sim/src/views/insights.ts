import { defineView, type View } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'

export function insightsView({ insights }: Engine): View {
  return defineView({
    name: 'insights',
    describes:
      'Directory Insights: what administrators did and what was tried at the targets, oldest first, by number.',
    query: z.strictObject({
      eventType: z.string().optional().describe('Such as user_create_provision'),
      success: z.stringbool().or(z.boolean()).optional(),
    }),
    dropped: () => insights.firstSeq - 1,
    read: ({ eventType, success }) =>
      insights
        .recent()
        .filter(({ entry }) => eventType === undefined || entry.event_type === eventType)
        .filter(({ entry }) => success === undefined || entry.success === success)
        .map(({ seq, entry }) => ({ key: String(seq), value: { ...entry } })),
  })
}
