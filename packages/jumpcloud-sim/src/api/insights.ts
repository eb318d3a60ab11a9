import type { Engine } from '../engine.ts'
import type { InsightsEvent } from '../insights/event.ts'
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
  { method: 'POST', path: PATH, run: answerEvents },
  {
    method: 'POST',
    path: `${PATH}/count`,
    run: (engine, { body }) => ok({ count: countEvents(eventsOf(engine), EventQuery.parse(body)) }),
  },
  {
    method: 'POST',
    path: `${PATH}/distinct`,
    run: (engine, { body }) => ok(distinctValues(eventsOf(engine), DistinctQuery.parse(body))),
  },
  {
    method: 'POST',
    path: `${PATH}/interval`,
    run: (engine, { body }) => ok(eventIntervals(eventsOf(engine), IntervalQuery.parse(body))),
  },
]

function answerEvents(engine: Engine, { body }: ApiRequest): ApiAnswer {
  const { events, limit, sort, searchAfter } = queryEvents(eventsOf(engine), EventQuery.parse(body))
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

/** What memory still holds; the stream's limit stands for JumpCloud's retention. */
function eventsOf(engine: Engine): InsightsEvent[] {
  return engine.insights.recent().map(({ entry }) => entry)
}
