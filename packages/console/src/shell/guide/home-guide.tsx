// The tick lists of both help pages. They tick themselves from what the world shows.
import { Button, makeStyles, mergeClasses, Link as TextLink, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, ChevronDownRegular, ChevronRightRegular, CircleRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import { useViewState } from '../../parts/view-state.ts'
import { doneOf, type GuideLine, partsOf } from './guide.ts'
import { useEntraGuide, useJumpCloudGuide, useOwnReceiver, useTarget } from './use-facts.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase400, margin: '12px 0 0', fontWeight: tokens.fontWeightSemibold },
  part: { margin: '8px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', gap: '8px', alignItems: 'start' },
  mark: { marginTop: '2px', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

export function HomeGuide({ isForeign }: { readonly isForeign: boolean }) {
  return isForeign ? <GuideToTarget /> : <GuideToReceiver />
}

function GuideToReceiver() {
  const entra = useEntraGuide(useOwnReceiver('Entra ID'))
  const jumpCloud = useJumpCloudGuide(useOwnReceiver('JumpCloud'))
  return <Guide entra={entra} jumpCloud={jumpCloud} />
}

function GuideToTarget() {
  const target = useTarget()
  return <Guide entra={useEntraGuide(target)} jumpCloud={useJumpCloudGuide(target)} />
}

type Lines = Readonly<Record<'entra' | 'jumpCloud', readonly GuideLine[]>>

function Guide({ entra, jumpCloud }: Lines) {
  const styles = useStyles()
  return (
    <section aria-label="Guide">
      <h2 className={styles.heading}>Guide</h2>
      <HelpPage word="entra" title="Entra ID help page" lines={entra} />
      <HelpPage word="jumpcloud" title="JumpCloud help page" lines={jumpCloud} />
    </section>
  )
}

interface HelpPageProps {
  /** As the address says which one is open. */
  readonly word: string
  readonly title: string
  readonly lines: readonly GuideLine[]
}

function HelpPage({ word, title, lines }: HelpPageProps) {
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
