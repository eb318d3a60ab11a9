// Around an exchange: why it was sent, and what else is known of whom it is about.
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Failed, Loading } from '../parts/page-state.tsx'
import { useView } from '../source/use-view.ts'
import { activityTitle } from './groups.ts'
import { CatalogueLink } from './mark-link.tsx'
import { MARKS, rowOfMark } from './marks.ts'
import type { Head } from './sentences.ts'
import { type Entry, TimeLineEntry } from './time-line.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Around {
  readonly head: Head
}

/** The piece of work and its entry in the sender's log, the forms that are worth a look, and what was set to go wrong. */
export function Why({ head }: Around) {
  const styles = useStyles()
  const world = useView('world.world').data?.items[0]?.value
  const isOwn = world !== undefined && world.target === null
  const deviations = useView('lark.behaviour', { where: 'isOn:true', limit: 10 }, isOwn)
  const on = deviations.data?.items.map(({ key }) => key) ?? []
  return (
    <>
      <div>{activityTitle(head)}</div>
      <History head={head} choose={(entry) => entry.log === 'provisioning-logs' && entry.exchanges.includes(head.seq)}>
        <div className={styles.quiet}>No log of the sender has an entry for it.</div>
      </History>
      {head.marks.map((mark) => (
        <div key={mark}>
          ⚑ {MARKS[mark].says}:{' '}
          <CatalogueLink row={rowOfMark(mark, head.sender)}>{rowOfMark(mark, head.sender)}</CatalogueLink>
        </div>
      ))}
      {head.fault === null ? null : <div>A fault was set: {head.fault}.</div>}
      {on.length === 0 ? null : <div>Deviations of the application that are on: {on.join(', ')}.</div>}
    </>
  )
}

/** Other requests about the same person or group, and what the logs of both sides say. */
export function Related({ head }: Around) {
  const styles = useStyles()
  return (
    <History head={head} choose={(entry) => entry.seq !== head.seq || entry.log !== 'traffic'}>
      <div className={styles.quiet}>Nothing else is known of whom it is about.</div>
    </History>
  )
}

const MOST_SHOWN = 20

interface HistoryProps extends Around {
  readonly choose: (entry: Entry) => boolean
  /** Where nothing is chosen. */
  readonly children: ReactNode
}

function History({ head: { subject, object, objectId }, choose, children }: HistoryProps) {
  const styles = useStyles()
  const of = subject?.id ?? objectId
  const { data, error, retry } = useView('world.object', { type: object ?? 'user', of: of ?? '' }, of !== null)
  if (of === null) return children
  if (error) return <Failed error={error} retry={retry} />
  if (!data) return <Loading what="what is known" />
  const chosen = data.items[0]?.value.history.filter(choose).slice(-MOST_SHOWN).toReversed() ?? []
  if (chosen.length === 0) return children
  return (
    <ol className={styles.list}>
      {chosen.map((entry) => (
        <TimeLineEntry key={`${entry.log}/${entry.key}`} entry={entry} isStacked />
      ))}
    </ol>
  )
}
