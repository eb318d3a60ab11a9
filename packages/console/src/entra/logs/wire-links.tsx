import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { paths } from '../../paths.ts'

const Link = createLink(TextLink)

interface WireLinksProps {
  /** Numbers of the exchanges. */
  readonly numbers: readonly number[]
  /** Of whom the wire tells, where there are no numbers. */
  readonly about: string
}

/** From what somebody did to the requests that it took. */
export function WireLinks({ numbers, about }: WireLinksProps) {
  if (numbers.length === 0) return <Link to={paths.wireAbout(about)}>See it on the wire</Link>
  return (
    <span>
      {'On the wire: '}
      {numbers.map((number, index) => (
        <span key={number}>
          {index === 0 ? '' : ', '}
          <Link to={paths.exchange(number)}>{`#${number}`}</Link>
        </span>
      ))}
    </span>
  )
}
