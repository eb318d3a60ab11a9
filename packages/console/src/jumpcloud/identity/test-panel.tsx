import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Link as TextLink,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular, DismissCircleFilled } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import { FormSection } from '../../parts/form-section.tsx'
import { paths } from '../../paths.ts'
import { identity } from '../words.ts'
import type { Connector } from './identity-form.ts'
import type { TestLine } from './test-lines.ts'
import type { ShownTest } from './use-test.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'grid', gridTemplateColumns: '24px 32px minmax(0, 1fr)', columnGap: '8px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  effect: { fontWeight: tokens.fontWeightSemibold },
})

/** Test Connection: its requests T1 to T10 one by one, what each has changed, and the result in the portal's words. */
export function TestPanel({ test, report }: { readonly test: ShownTest; readonly report: Connector['lastTest'] }) {
  const styles = useStyles()
  const { lines, total, isOver } = test
  const seqs = lines.flatMap(({ seq }) => seq ?? [])
  return (
    <FormSection title={identity.testConnection}>
      {total === 0 ? <span className={styles.quiet}>No test has run with these settings.</span> : null}
      {isOver && report ? <Result report={report} /> : null}
      <ol className={styles.list} aria-label="Requests of the test">
        {lines.map((line, index) => (
          // A test may do a step twice.
          <Line key={`${line.step} ${String(index)}`} line={line} />
        ))}
      </ol>
      {isOver && seqs.length > 0 ? (
        <span>
          <Link to={paths.wire} search={{ at: String(seqs.at(-1)) }}>
            See them on the wire: #{seqs[0]}–#{seqs.at(-1)}
          </Link>
        </span>
      ) : null}
    </FormSection>
  )
}

function Line({ line }: { readonly line: TestLine }) {
  const styles = useStyles()
  const { seq, step, request, status, passed, does, detail, effects } = line
  const sign =
    passed === undefined ? (
      <CircleRegular aria-label="asked" />
    ) : passed ? (
      <CheckmarkCircleFilled className={styles.good} aria-label="passed" />
    ) : (
      <DismissCircleFilled className={styles.bad} aria-label="failed" />
    )
  return (
    <li className={styles.line}>
      {sign}
      <span>{step}</span>
      <span>
        <div>{does ?? 'asked'}</div>
        <div className={styles.quiet}>
          {`${request} ${status ?? ''} `}
          {seq === undefined ? null : <Link to={paths.exchange(seq)}>{`#${seq}`}</Link>}
        </div>
        {detail === undefined ? null : <div className={styles.quiet}>{detail}</div>}
        {effects.map((effect) => (
          <div key={effect} className={styles.effect}>{`→ ${effect}`}</div>
        ))}
      </span>
    </li>
  )
}

function Result({ report }: { readonly report: NonNullable<Connector['lastTest']> }) {
  const { passed, toast, cause, warnings, leftBehind } = report
  return (
    <>
      <MessageBar intent={passed ? 'success' : 'error'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{toast}</MessageBarTitle>
          {cause}
        </MessageBarBody>
      </MessageBar>
      {[...warnings, ...leftBehind.map((one) => `Left behind: ${one}`)].map((text) => (
        <MessageBar key={text} intent="warning" layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      ))}
    </>
  )
}
