// The identity provider at a step: who is in it, and who is not as before.
import { makeStyles, tokens } from '@fluentui/react-components'
import { nameOfProgram } from '../families.ts'
import type { PersonState } from '../parts/provider.ts'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { PROVIDERS } from '../providers.ts'
import type { StoryRecording } from '../source/recording-source.ts'
import { usePaneStyles } from '../wire/pane-styles.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '2px 6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  changed: { backgroundColor: tokens.colorBrandBackground2, borderRadius: tokens.borderRadiusSmall },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

const SHOWN = 100

type Changes = StoryRecording['steps'][number]['views']

/** @param changes what the step has changed, by view */
export function PeoplePane({ changes }: { readonly changes: Changes }) {
  const pane = usePaneStyles()
  // biome-ignore lint/correctness/useHookAtTopLevel: the list is the same in every render, and so is the order of the hooks.
  const providers = PROVIDERS.map((one) => ({ ...one, people: one.useStates(SHOWN) }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={pane.pane} tabIndex={0} aria-label="Identity provider">
      {providers.map(({ program, users, people }) => (
        <People key={program} title={nameOfProgram(program)} people={people} changed={changes[users]?.set} />
      ))}
      {providers.some(({ people }) => people.length > 0) ? null : (
        <>
          <h2 className={pane.title}>Identity provider</h2>
          <span className={pane.quiet}>There is nobody in it yet.</span>
        </>
      )}
    </section>
  )
}

const TONES: Readonly<Record<string, Tone>> = { Enabled: 'good', Deleted: 'bad' }

interface PeopleProps {
  readonly title: string
  readonly people: readonly PersonState[]
  readonly changed: Readonly<Record<string, unknown>> | undefined
}

function People({ title, people, changed }: PeopleProps) {
  const pane = usePaneStyles()
  const styles = useStyles()
  if (people.length === 0) return null
  // When everybody is new, nobody stands out.
  const marked = Object.keys(changed ?? {}).length < people.length ? changed : undefined
  return (
    <>
      <h2 className={pane.title}>{title}</h2>
      <ul className={styles.list} aria-label={`People in ${title}`}>
        {people.map(({ key, name, state }) => (
          <li key={key} className={marked && key in marked ? `${styles.person} ${styles.changed}` : styles.person}>
            <span className={styles.name}>{name}</span>
            <StatusBadge tone={TONES[state] ?? 'watch'}>{state}</StatusBadge>
          </li>
        ))}
      </ul>
    </>
  )
}
