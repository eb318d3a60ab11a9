// What an exchange shows to be wrong at somebody's own endpoint: what is right, what to change, and what proves it.
import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from '../parts/copy-button.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { CatalogueLink } from './mark-link.tsx'
import type { Head } from './sentences.ts'

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorPaletteRedBorder1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  said: { margin: 0 },
  command: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

type Explained = Views['world.findings']

export function FindingNotes({ findings }: Pick<Head, 'findings'>) {
  const { data } = useView('world.findings')
  const explained = data?.items.map(({ value }) => value) ?? []
  return findings.map(({ id, title }) => (
    <Note key={id} title={title} explained={explained.find((one) => one.id === id)} />
  ))
}

function Note({ title, explained }: { readonly title: string; readonly explained: Explained | undefined }) {
  const styles = useStyles()
  return (
    <section className={styles.note} aria-label={`Finding: ${title}`}>
      <h3 className={styles.title}>{title}</h3>
      {explained ? <Facts explained={explained} /> : null}
    </section>
  )
}

function Facts({ explained: { id, kind, detail, why, fix, clause, command } }: { readonly explained: Explained }) {
  const styles = useStyles()
  const facts = [
    ['What it does', detail],
    ['Why it matters', why],
    ['What is right', clause === null ? fix : `${fix} (${clause})`],
  ] as const
  return (
    <>
      <span>
        <CatalogueLink row={id}>
          <StatusBadge tone={kind === 'fault' ? 'bad' : 'watch'}>{`${kind}: ${id}`}</StatusBadge>
        </CatalogueLink>
      </span>
      <dl className={styles.facts}>
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.said}>{said}</dd>
          </div>
        ))}
        <div>
          <dt className={styles.term}>Prove it</dt>
          <dd className={styles.said}>
            <code className={styles.command}>{command}</code>
          </dd>
        </div>
      </dl>
      <CopyButton label="Copy command" text={() => command} />
    </>
  )
}
