import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 24px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground3,
  },
  step: { display: 'flex', alignItems: 'center', gap: '8px' },
  here: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  numberHere: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `1px solid ${tokens.colorBrandBackground}`,
  },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    width: '100%',
    maxWidth: '760px',
    boxSizing: 'border-box',
    padding: '16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  foot: { display: 'flex', gap: '8px', justifyContent: 'flex-end', flexWrap: 'wrap' },
})

/** One page of the wizard, with where one is, and its buttons. @param step from 1 */
export function WizardFrame({
  steps,
  step,
  buttons,
  children,
}: {
  /** Headings of all its pages. */
  readonly steps: readonly string[]
  readonly step: number
  readonly buttons: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const title = steps[step - 1] ?? ''
  return (
    <>
      <ol className={styles.steps} aria-label="Pages of the wizard">
        {steps.map((name, index) => (
          <li
            key={name}
            className={mergeClasses(styles.step, index + 1 === step && styles.here)}
            {...(index + 1 === step ? { 'aria-current': 'step' as const } : {})}
          >
            <span className={mergeClasses(styles.number, index + 1 === step && styles.numberHere)}>{index + 1}</span>
            {name}
          </li>
        ))}
      </ol>
      <section className={styles.page} aria-label={title}>
        <h2 className={styles.title}>{title}</h2>
        {children}
        <div className={styles.foot}>{buttons}</div>
      </section>
    </>
  )
}
