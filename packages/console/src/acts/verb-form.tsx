import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { ChoiceRow, FieldRow, FormColumn, TextRow } from '../parts/field-row.tsx'
import { Failed } from '../parts/page-state.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import type { ViewName } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'
import { type FormField, fieldsOf, readForm, type VerbShape } from './verb-form.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '720px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  result: {
    margin: 0,
    padding: '8px 12px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

interface VerbFormProps {
  readonly program: string
  readonly verb: VerbShape
}

export function VerbForm({ program, verb }: VerbFormProps) {
  const styles = useStyles()
  const { run, isRunning, error, forget, canAct } = useAct()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [result, setResult] = useState<unknown>()
  const fields = fieldsOf(verb.input)
  const carryOut = async (): Promise<void> => {
    forget()
    setResult(undefined)
    const read = readForm(fields, typed)
    setProblems(read.problems)
    if (Object.keys(read.problems).length === 0) setResult(await run(`${program}.${verb.name}`, read.input))
  }
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{`${program}.${verb.name}`}</h2>
      <span>{verb.describes}</span>
      <FormColumn>
        {fields.map((field) => (
          <VerbField
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            problem={problems[field.name]}
            onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
      </FormColumn>
      <div>
        <Button appearance="primary" disabledFocusable={isRunning || !canAct} onClick={() => void carryOut()}>
          {isRunning ? 'Doing it' : verb.changes ? 'Do it' : 'Look'}
        </Button>
      </div>
      {error ? <Failed error={error} /> : null}
      <div role="status">{result === undefined ? null : <StatusBadge tone="good">Done</StatusBadge>}</div>
      {result === undefined || result === null ? null : (
        <pre className={styles.result}>{JSON.stringify(result, null, 2)}</pre>
      )}
    </div>
  )
}

interface VerbFieldProps {
  readonly field: FormField
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
}

function VerbField({ field, value, problem, onChange }: VerbFieldProps) {
  const { name, kind, isRequired, hint, choices, refers, isSecret } = field
  const row = { label: name, hint, problem, isRequired, value, onChange }
  if (kind === 'yes-no')
    return (
      <ChoiceRow
        {...row}
        choices={[
          ['', 'not said'],
          ['true', 'yes'],
          ['false', 'no'],
        ]}
      />
    )
  if (kind === 'choice') return <ChoiceRow {...row} choices={[['', 'not said'], ...choices]} />
  if (kind === 'lines' || kind === 'json') {
    return (
      <FieldRow {...row}>
        <Textarea value={value} resize="vertical" onChange={(_event, { value: text }) => onChange(text)} />
      </FieldRow>
    )
  }
  if (refers !== undefined && kind === 'text') return <KeyRow {...row} refers={refers} />
  return <TextRow {...row} isSecret={isSecret} isNumber={kind === 'number'} />
}

interface KeyRowProps {
  readonly label: string
  readonly hint: string
  readonly problem: string | undefined
  readonly isRequired: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly refers: string
}

/** A text that may be the key of a view's item; the browser offers those that there are. */
function KeyRow({ refers, ...row }: KeyRowProps) {
  const list = useId()
  // Views by their name in a schema; one that there is not offers nothing.
  const { data } = useView(refers as ViewName, { limit: 20, ...(row.value === '' ? {} : { q: row.value }) })
  return (
    <>
      <TextRow {...row} list={list} />
      <datalist id={list}>
        {data?.items.map(({ key }) => (
          <option key={key} value={key} />
        ))}
      </datalist>
    </>
  )
}
