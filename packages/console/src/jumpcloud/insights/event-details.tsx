import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { RequestLink } from '../../parts/request-link.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { instantText } from '../../parts/time-text.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { provisioningEvents } from '../words.ts'

type InsightsEvent = Views['jumpcloud.insights']

const Link = createLink(TextLink)

const LISTS: Readonly<Record<string, string>> = {
  user: 'users',
  systemuser: 'users',
  user_group: 'groups',
  application: 'applications',
}

/** One event: whom it is about, how it went, and the request that it tells of. */
export function EventDetails({ event }: { readonly event: InsightsEvent }) {
  const { resource, success, error_message: error, timestamp } = event
  return (
    <>
      <div>
        <StatusBadge tone={success ? 'good' : 'bad'}>{success ? 'success' : 'failure'}</StatusBadge>{' '}
        {instantText(timestamp)}
      </div>
      {error === undefined ? null : <div>{error}</div>}
      {resource === undefined ? null : <About resource={resource} />}
      {isProvisioning(event) && resource !== undefined ? (
        <RequestLink query={askedFor(event, resource.id)} to={paths.exchange} />
      ) : null}
      <ValueList value={event} hidden={['success', 'error_message', '@version', 'event_type']} />
    </>
  )
}

function isProvisioning({ event_type }: InsightsEvent): boolean {
  return provisioningEvents.some((type) => type === event_type)
}

/** The last request about it until then, with the answer that the event names. */
function askedFor({ timestamp, message_chain: chain }: InsightsEvent, id: string) {
  const answered = chain === undefined ? [] : [`status:${chain.response_code}`]
  return { sender: 'jumpcloud', until: timestamp, where: [`subject.id:${id}`, ...answered] }
}

function About({ resource }: { readonly resource: NonNullable<InsightsEvent['resource']> }) {
  const name = resource.username ?? resource.name ?? resource.id
  const list = LISTS[resource.type]
  const to = list === undefined ? undefined : paths.entry('jumpcloud', list, name)
  return <div>{to === undefined ? name : <Link to={to}>{name}</Link>}</div>
}
