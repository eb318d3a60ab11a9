import type { Engine } from '../engine.ts'
import type { InsightsEvent } from '../insights/event.ts'
import { keptEvents } from '../insights/kept-events.ts'
import {
  countEvents,
  DistinctQuery,
  distinctValues,
  EventQuery,
  eventIntervals,
  IntervalQuery,
  queryEvents,
} from '../insights/query.ts'
import { type ApiAnswer, type ApiRequest, type Operation, ok } from './operation.ts'

const PATH = '/insights/directory/v1/events'

export const insightsOperations: readonly Operation[] = [
  { method: 'POST', template: PATH, run: answerEvents },
  {
    method: 'POST',
    template: `${PATH}/count`,
    run: async (engine, { body }) => ok({ count: countEvents(await eventsOf(engine), EventQuery.parse(body)) }),
  },
  {
    method: 'POST',
    template: `${PATH}/distinct`,
    run: async (engine, { body }) => ok(distinctValues(await eventsOf(engine), DistinctQuery.parse(body))),
  },
  {
    method: 'POST',
    template: `${PATH}/interval`,
    run: async (engine, { body }) => ok(eventIntervals(await eventsOf(engine), IntervalQuery.parse(body))),
  },
]

async function answerEvents(engine: Engine, { body }: ApiRequest): Promise<ApiAnswer> {
  const { events, limit, sort, searchAfter } = queryEvents(await eventsOf(engine), EventQuery.parse(body))
  return {
    status: 200,
    headers: {
      'x-result-count': String(events.length),
      'x-limit': String(limit),
      'x-sort': sort,
      'x-search_after': JSON.stringify(searchAfter),
      'x-request-id': engine.ids.uuid('request'),
    },
    body: events,
  }
}

function eventsOf({ insights, context }: Engine): Promise<readonly InsightsEvent[]> {
  return keptEvents(insights, context.now)
}
