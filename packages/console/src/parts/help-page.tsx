// The tick list of a help page.
import { Button, makeStyles, mergeClasses, Link as TextLink, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, ChevronDownRegular, ChevronRightRegular, CircleRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import { doneOf, type GuideLine, partsOf } from './guide.ts'
import { useViewState } from './view-state.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  part: { margin: '8px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', gap: '8px', alignItems: 'start' },
  mark: { marginTop: '2px', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface HelpPageProps {
  /** As the address says which one is open. */
  readonly word: string
  readonly title: string
  readonly lines: readonly GuideLine[]
}

/** A tick list that opens. */
export function HelpPage({ word, title, lines }: HelpPageProps) {
  const { state, set } = useViewState()
  const isOpen = state.guide === word
  return (
    <div>
      <Button
        appearance="subtle"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        onClick={() => set({ guide: isOpen ? undefined : word }, { replace: true })}
      >
        {`${title}: ${doneOf(lines)} of ${lines.length}`}
      </Button>
      {isOpen ? partsOf(lines).map(([part, own]) => <Part key={part} part={part} lines={own} />) : null}
    </div>
  )
}

function Part({ part, lines }: { readonly part: string; readonly lines: readonly GuideLine[] }) {
  const styles = useStyles()
  return (
    <section aria-label={part}>
      <h3 className={styles.part}>{part}</h3>
      <ol className={styles.list}>
        {lines.map(({ text, isDone, to }) => (
          <li key={text} className={styles.line}>
            <span className={mergeClasses(styles.mark, isDone && styles.done)}>
              {isDone ? <CheckmarkCircleFilled aria-label="Done" /> : <CircleRegular aria-label="Not done" />}
            </span>
            <span className={mergeClasses(isDone && styles.quiet)}>{text}</span>
            <Link to={to} aria-label={`Take me there: ${text}`}>
              Take me there
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
