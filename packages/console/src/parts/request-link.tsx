import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import type { ViewQuery } from '../source/source.ts'
import { useView } from '../source/use-view.ts'

const Link = createLink(TextLink)

export interface RequestLinkProps {
  /** What tells it from all other exchanges; of several the newest is meant. */
  readonly query: ViewQuery
  /** Address of an exchange, by its number. */
  readonly to: (seq: number) => string
}

/** From an entry of somebody's log to the request that it tells of. */
export function RequestLink({ query, to }: RequestLinkProps) {
  const { data, error } = useView('world.traffic', { ...query, sort: '-seq', limit: 1 })
  const [found] = data?.items ?? []
  if (error || (data !== undefined && found === undefined)) return <span>Its request is not on the wire.</span>
  if (found === undefined) return null
  const { seq } = found.value
  return (
    <span>
      <Link to={to(seq)}>{`See the request #${seq} on the wire`}</Link>
    </span>
  )
}
