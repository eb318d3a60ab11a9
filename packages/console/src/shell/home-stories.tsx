import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useView } from '../source/use-view.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase400, margin: '12px 0 0', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** What can be watched, with its length. */
export function HomeStories() {
  const styles = useStyles()
  const { data } = useView('world.stories')
  if (!data || data.items.length === 0) return null
  return (
    <>
      <h2 className={styles.heading}>Stories</h2>
      <ul className={styles.list}>
        {data.items.map(({ key, value }) => (
          <li key={key}>
            <Link to={paths.story(key)}>{value.title}</Link>
            <span className={styles.quiet}>{` · ${value.steps} steps`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
