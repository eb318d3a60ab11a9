import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  own: {
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px dashed ${tokens.colorPaletteLavenderBorderActive}`,
  },
  mark: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** A part of a form under its heading. */
export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}

interface SimulatorOnlyProps {
  /** What tells it from another one of the page. */
  readonly about?: string
  readonly children: ReactNode
}

/** What no portal has: shortcuts and warnings of this simulator, so that nobody promises them to a customer. */
export function SimulatorOnly({ about, children }: SimulatorOnlyProps) {
  const styles = useStyles()
  const name = about === undefined ? 'Simulator only' : `Simulator only: ${about}`
  return (
    <section className={mergeClasses(styles.section, styles.own)} aria-label={name}>
      <h2 className={styles.mark}>
        <BeakerRegular aria-hidden />
        Simulator only
      </h2>
      {children}
    </section>
  )
}
