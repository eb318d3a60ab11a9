import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { instant } from '../directory/context.ts'
import type { Engine } from '../engine.ts'
import { barsOf, chooser, EventChoice, rangeOf } from '../insights/choice.ts'

const CountItem = z.object({
  start: z.string().describe('The first moment that is in it, such as 2026-01-05T08:00:00.000Z'),
  end: z.string().describe('The first moment that is no longer in it'),
  events: z.number().int().describe('How many events fall into it'),
  failures: z.number().int().describe('Those among them that failed'),
})

const CountQuery = EventChoice.extend({
  bars: z.coerce.number().int().min(1).max(200).default(30).describe('Into how many parts the time is cut'),
})

/** The event frequency chart of Insights › Directory. */
export function insightsCountsView(engine: Engine) {
  return defineView({
    name: 'insights-counts',
    describes: 'How many events of Directory Insights fall into each part of the time that is asked for, in order.',
    query: CountQuery,
    item: CountItem,
    watches: ['insights'],
    read({ bars, ...choice }) {
      const { now } = engine.context
      const isChosen = chooser(choice, now)
      const events = engine.insights
        .recent()
        .map(({ entry }) => entry)
        .filter(isChosen)
      return barsOf(events, rangeOf(choice, now), bars).map(({ start, end, ...counts }) => ({
        key: instant(start),
        value: { start: instant(start), end: instant(end), ...counts },
      }))
    },
  })
}
