// Whom an exchange is about, at the identity provider: what was recorded when it was sent, and what is the case today.
import { Divider, Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { StatusBadge } from '../parts/status-badge.tsx'
import { paths } from '../paths.ts'
import { useView } from '../source/use-view.ts'
import { usePaneStyles } from './pane-styles.ts'
import { recordedIn } from './recorded-values.ts'
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
  const isKnown = subject !== null && (sender === 'entra' || sender === 'jumpcloud')
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
      {sender === 'entra' ? <Recorded subject={subject.id} seq={seq} /> : <Sent head={head} />}
      <Divider className={styles.divider} />
    </section>
  )
}

/** What the provisioning log says of the piece of work that it belongs to. */
function Recorded({ subject, seq }: { readonly subject: string; readonly seq: number }) {
  const styles = usePaneStyles()
  const { data } = useView('entra.provisioning-logs', { identity: subject, order: 'newest', limit: 100 })
  const entry = recordedIn(data?.items.map(({ value }) => value) ?? [], seq)
  if (!entry) return data ? <span className={styles.quiet}>No log has an entry for it.</span> : null
  return (
    <>
      {entry.scope === undefined ? null : <span className={styles.quiet}>{entry.scope}</span>}
      {entry.values.length === 0 ? null : <span>Recorded then:</span>}
      {entry.values.map(({ attribute, old, sent, today }) => (
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
