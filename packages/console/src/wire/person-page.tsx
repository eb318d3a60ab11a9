// Somebody at all programs: what each holds of them, and one time line of what was done, on the wire and in everybody's logs.
import { Button, makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty, Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { paths } from '../paths.ts'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { factsOf, programName, stateOf } from './sides.ts'
import { TimeLineEntry } from './time-line.tsx'

type Known = Views['world.object']

const Link = createLink(TextLink)

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px' },
  sides: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))', gap: '12px' },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
})

export function PersonPage() {
  const { key = '' } = useParams({ strict: false })
  const { data, error, retry } = useView('world.object', { of: key })
  const page = usePageStyles()
  const known = data?.items[0]?.value
  return (
    <div className={page.page}>
      <h1 className={page.title}>{known?.name ?? key}</h1>
      {error ? <Failed error={error} retry={retry} /> : null}
      {known ? (
        <Person known={known} />
      ) : data ? (
        <Empty>
          No program knows {key}: neither an identity provider nor the application has anybody, or a group, of that name
          or id.
        </Empty>
      ) : error ? null : (
        <Loading what={key} />
      )}
    </div>
  )
}

function Person({ known: { sides, history } }: { readonly known: Known }) {
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <div className={styles.sides}>
        {sides.map((side) => (
          <Side key={`${side.program}/${side.view}/${side.key}`} side={side} />
        ))}
      </div>
      <h2 className={styles.heading}>What has happened, the newest first</h2>
      {history.length === 0 ? <Empty>Nothing yet: nobody has sent or logged anything about them.</Empty> : null}
      <TimeLine history={history} />
    </div>
  )
}

/** So many are drawn at first, and so many more at each press. */
const SHOWN = 100

function TimeLine({ history }: Pick<Known, 'history'>) {
  const styles = useStyles()
  const [count, show] = useState(SHOWN)
  const earlier = history.length - count
  return (
    <>
      <ol className={styles.list}>
        {history
          .slice(-count)
          .toReversed()
          .map((entry) => (
            <TimeLineEntry key={`${entry.program}/${entry.log}/${entry.key}`} entry={entry} />
          ))}
      </ol>
      {earlier > 0 ? (
        <div>
          <Button onClick={() => show(count + SHOWN)}>{`Earlier ones (${earlier})`}</Button>
        </div>
      ) : null}
    </>
  )
}

function Side({ side }: { readonly side: Known['sides'][number] }) {
  const styles = useStyles()
  const { program, view, key, value } = side
  const state = stateOf(value)
  const to = paths.entry(program, view, key)
  return (
    <section className={styles.side}>
      <h2 className={styles.name}>
        {programName(program)}
        {state ? <StatusBadge tone={state[0]}>{state[1]}</StatusBadge> : null}
      </h2>
      {factsOf(value).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {to === undefined ? <span>{key}</span> : <Link to={to}>{key}</Link>}
    </section>
  )
}
