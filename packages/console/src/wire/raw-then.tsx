import { Failed, Loading } from '../parts/page-state.tsx'
import { useLive } from '../source/live-pages.tsx'
import { useItem } from '../source/use-view.ts'
import { lastTold, resourceIn } from './last-told.ts'
import { usePaneStyles } from './pane-styles.ts'

/** Whom the playhead is at, as the application itself has last shown them: the bytes of an answer, and nothing made of them. */
export function RawThen({ at }: { readonly at: number | undefined }) {
  const pane = usePaneStyles()
  const { exchanges } = useLive()
  const told = lastTold(exchanges.all(), at)
  if (!told) return <span className={pane.quiet}>No exchange was about anybody yet.</span>
  const { by, since } = told
  if (by === undefined) return <span className={pane.quiet}>No answer has shown {told.name}.</span>
  const later = since.length === 0 ? '' : `; changed since by ${since.map((seq) => `#${seq}`).join(', ')}`
  return (
    <>
      <span>
        {told.name}, as #{by} has answered{later}
      </span>
      <Resource id={told.id} by={by} />
    </>
  )
}

function Resource({ id, by }: { readonly id: string; readonly by: number }) {
  const pane = usePaneStyles()
  const { data, error, retry } = useItem('world.traffic', String(by), { whole: 'true' })
  if (error) return <Failed error={error} retry={retry} />
  if (!data) return <Loading what="the answer" />
  const resource = resourceIn(data.value.response?.body, id)
  if (!resource) return <span className={pane.quiet}>The answer has no resource.</span>
  return <pre className={pane.body}>{JSON.stringify(resource, null, 2)}</pre>
}
