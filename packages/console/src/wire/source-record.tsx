// Whom an exchange is about, at the identity provider: what was recorded when it was sent, and what is the case today.
import { Divider, Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import type { Provider, RecordedEntry } from '../parts/provider.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { paths } from '../paths.ts'
import { providerOf } from '../providers.ts'
import { useView } from '../source/use-view.ts'
import { usePaneStyles } from './pane-styles.ts'
import { type Head, senderName } from './sentences.ts'
import { factsOf, stateOf } from './sides.ts'

const Link = createLink(TextLink)

interface SourceRecordProps {
  readonly head: Head
}

/** Nothing for a request that is about nobody, such as a look whether the endpoint is there. */
export function SourceRecord({ head }: SourceRecordProps) {
  const styles = usePaneStyles()
  const { subject, object, sender, seq } = head
  const provider = providerOf(sender)
  const isKnown = subject !== null && provider !== undefined
  const asked = { type: object ?? 'user', of: subject?.id ?? '' }
  const side = useView('world.object', asked, isKnown).data?.items[0]?.value.sides.find(
    ({ program }) => program === sender,
  )
  if (!isKnown) return null
  const state = side ? stateOf(side.value) : undefined
  return (
    <section className={styles.part} aria-label={`At ${senderName(sender)}`}>
      <h3 className={styles.title}>
        {side ? <Link to={paths.person(subject.id)}>{subject.name}</Link> : subject.name}
      </h3>
      {state ? (
        <span>
          Today <StatusBadge tone={state[0]}>{state[1]}</StatusBadge>
        </span>
      ) : null}
      {(side ? factsOf(side.value) : []).map((fact) => (
        <span key={fact} className={styles.quiet}>
          {fact}
        </span>
      ))}
      {provider.useRecorded ? (
        <Recorded useRecorded={provider.useRecorded} subject={subject.id} seq={seq} />
      ) : (
        <Sent head={head} />
      )}
      <Divider className={styles.divider} />
    </section>
  )
}

interface RecordedProps {
  readonly useRecorded: NonNullable<Provider['useRecorded']>
  readonly subject: string
  readonly seq: number
}

/** What a log of the provider says of the piece of work that it belongs to. */
function Recorded({ useRecorded, subject, seq }: RecordedProps) {
  const styles = usePaneStyles()
  const entry = useRecorded(subject, seq)
  if (entry === undefined) return null
  return entry ? <Entry entry={entry} /> : <span className={styles.quiet}>No log has an entry for it.</span>
}

function Entry({ entry: { scope, values } }: { readonly entry: RecordedEntry }) {
  const styles = usePaneStyles()
  return (
    <>
      {scope === undefined ? null : <span className={styles.quiet}>{scope}</span>}
      {values.length === 0 ? null : <span>Recorded then:</span>}
      {values.map(({ attribute, old, sent, today }) => (
        <span key={attribute} className={styles.value}>
          {`${attribute}: ${old === null ? '' : `${old} → `}${sent ?? '–'}`}
          {today === undefined ? null : <span className={styles.quiet}>{` (today ${today ?? '–'})`}</span>}
        </span>
      ))}
    </>
  )
}

function Sent({ head: { attributes } }: SourceRecordProps) {
  const styles = usePaneStyles()
  if (attributes.length === 0) return null
  return <span className={styles.value}>{`Sends ${attributes.join(', ')}`}</span>
}
