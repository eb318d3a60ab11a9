import { Button, makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty, Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { paths } from '../paths.ts'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  lead: { margin: 0, maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  story: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 16px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  describes: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase400 },
  more: { alignSelf: 'flex-start' },
})

export function StoriesPage() {
  const page = usePageStyles()
  const styles = useStyles()
  const { data, error, retry } = useView('world.stories')
  const [isEvery, showEvery] = useState(false)
  return (
    <div className={page.page}>
      <h1 className={page.title}>Stories</h1>
      <p className={styles.lead}>
        Runs to be watched step by step, back and forth, with the wire beside them. Each can be saved as one file that
        opens without Scimulator.
      </p>
      {error ? <Failed error={error} retry={retry} /> : null}
      {data ? <StoryList stories={data.items} /> : error ? null : <Loading what="the stories" />}
      {isEvery ? (
        <Every />
      ) : (
        <Button className={styles.more} onClick={() => showEvery(true)}>
          All other scenarios
        </Button>
      )}
    </div>
  )
}

/** Every scenario file is a story, though most were written to be tests. */
function Every() {
  const styles = useStyles()
  const { data, error, retry } = useView('world.stories', { every: 'true', where: 'isStory:false', limit: 1_000 })
  if (error) return <Failed error={error} retry={retry} />
  if (!data) return <Loading what="all scenarios" />
  return (
    <>
      <h2 className={styles.heading}>All other scenarios</h2>
      <StoryList stories={data.items} />
    </>
  )
}

interface StoryListProps {
  readonly stories: readonly { readonly key: string; readonly value: Views['world.stories'] }[]
}

function StoryList({ stories }: StoryListProps) {
  const styles = useStyles()
  if (stories.length === 0) return <Empty>There are no stories in this world.</Empty>
  return (
    <ul className={styles.list}>
      {stories.map(({ key, value }) => (
        <li key={key} className={styles.story}>
          <Link className={styles.title} to={paths.story(key)}>
            {value.title}
          </Link>
          <span className={styles.quiet}>{`${value.steps} steps`}</span>
          <span className={styles.describes}>{value.describes}</span>
        </li>
      ))}
    </ul>
  )
}
