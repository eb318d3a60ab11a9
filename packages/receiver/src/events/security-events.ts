// Events of RFC 9967 for clients that poll (RFC 8936): told from each write, signed, kept. They live in memory.
import { type JsonObject, own } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../directory/record.ts'
import type { Ledger } from '../ledger.ts'
import { resourceTypeOf } from '../profile/profile.ts'
import type { Handler } from '../scim/handler-port.ts'
import type { Call, WriteListener } from '../scim/request/call.ts'
import type { Limits } from '../scim/request/limits.ts'
import { type EventMap, eventsOf, type Telling } from './describe-write.ts'
import { EventFeeds } from './event-feeds.ts'
import { createEventSignature, unsecured } from './event-signature.ts'
import { type EventPayload, eventUris } from './event-uris.ts'
import { feedFilter, type InFeed } from './feed-filter.ts'
import { FEED_PATH, polling } from './polling.ts'
import { touchedBy } from './touched.ts'

/** What is told of each change, of whom, and whether tokens are signed. */
export interface SecurityEventsOptions {
  /** Which attributes have changed (default), or the change itself. */
  readonly payload?: EventPayload | undefined
  /** A SCIM filter: the feed has what it yields, and tells who comes and goes. Default everything. */
  readonly filter?: string | undefined
  /** Default true: ES256, with the key at /.well-known/jwks.json. False: unsecured (`alg` none). */
  readonly signed?: boolean | undefined
}

export interface SecurityEvents {
  /** For /ServiceProviderConfig. */
  readonly uris: readonly string[]
  readonly onWrite: WriteListener
  /** The handler with the feed before it. `ledger` has the profile that lets in who may read. */
  readonly before: (handler: Handler, ledger: Ledger) => Handler
  /** Nothing has happened yet; polls that wait are answered. */
  readonly clear: () => void
}

/** @throws EventFilterError */
export function createSecurityEvents(
  { payload = 'notice', filter, signed = true }: SecurityEventsOptions,
  { profile, schedule, ids }: Pick<Ledger, 'profile' | 'schedule' | 'ids'>,
  limits: Limits,
): SecurityEvents {
  const feeds = new EventFeeds(limits)
  const signature = signed ? createEventSignature() : unsecured
  const inFeed = feedFilter(profile, filter)
  const publish = (call: Call, subject: DirectoryRecord, txn: string, events: EventMap): void => {
    const jti = ids.uuid('event')
    const iat = Math.floor(schedule.now() / 1_000)
    feeds.add(subject.organisation, jti, signature.token({ ...claimsOf(call, subject, events), jti, txn, iat }))
  }
  return {
    uris: eventUris(payload, filter !== undefined),
    onWrite: (call, decided) => {
      const touched = touchedBy(decided.changes, call.view)
      return () => {
        const told = touched.flatMap((one) => {
          const subject = one.after ?? one.before
          const events = eventsOf(one, decided, tellingOf(call, payload, inFeed))
          return subject === undefined || Object.keys(events).length === 0 ? [] : [{ subject, events }]
        })
        if (told.length === 0) return
        const txn = ids.uuid('transaction')
        for (const { subject, events } of told) publish(call, subject, txn, events)
      }
    },
    before: (handler, ledger) => polling(handler, { ledger, limits, feeds, signature }),
    clear: () => feeds.clear(),
  }
}

function tellingOf(call: Call, payload: EventPayload, inFeed: InFeed): Telling {
  const withoutOthers = (record: DirectoryRecord) =>
    call.rendering.resource(record, call, { relations: false, meta: true })
  return {
    payload,
    isInFeed: (record) => inFeed(record, withoutOthers),
    typeOf: ({ kind }) => resourceTypeOf(call.profile, kind),
    shown: (record) => call.rendering.resource(record, call),
  }
}

/** RFC 9967 §2.1: the subject stands in `sub_id`, never in `sub`. */
function claimsOf({ baseUrl }: Call, subject: DirectoryRecord, events: EventMap): JsonObject {
  const externalId = own(subject.resource, 'externalId')
  return {
    iss: baseUrl,
    aud: [`${baseUrl}/${FEED_PATH}`],
    sub_id: {
      format: 'scim',
      uri: `/${subject.kind}s/${subject.id}`,
      ...(typeof externalId === 'string' ? { externalId } : {}),
    },
    events,
  }
}
