import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useView } from '../source/use-view.ts'
import { usePaneStyles } from './pane-styles.ts'

const Link = createLink(TextLink)

/** What the exchanges of this world have shown to be wrong at the endpoint; nothing where they have shown nothing. */
export function FindingsSoFar() {
  const styles = usePaneStyles()
  const { data } = useView('world.findings')
  const found = data?.items.map(({ value }) => value) ?? []
  if (found.length === 0) return null
  return (
    <section aria-label="Findings">
      <h3 className={styles.title}>{found.length === 1 ? '1 finding' : `${found.length} findings`}</h3>
      <ul>
        {found.map(({ id, title, times, first }) => (
          <li key={id}>
            <Link to={paths.exchange(first)}>{title}</Link>
            <span className={styles.quiet}>
              {times === 1 ? ` once, in #${first}` : ` ${times} times, first in #${first}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
