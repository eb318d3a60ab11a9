import { useParams } from '@tanstack/react-router'
import { Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { useItem } from '../source/use-view.ts'
import { StoryPlayer } from './story-player.tsx'

/** A story of the server: it is carried out there, in a world of its own, and comes back as a recording. */
export function StoryPage() {
  const page = usePageStyles()
  const { story } = useParams({ strict: false })
  const { data, error, retry } = useItem('world.recording', story, { story })
  if (data) return <StoryPlayer key={data.key} recording={data.value} id={data.key} />
  return (
    <div className={page.page}>
      <h1 className={page.title}>Story</h1>
      {error ? <Failed error={error} retry={retry} /> : <Loading what="the story" />}
    </div>
  )
}
