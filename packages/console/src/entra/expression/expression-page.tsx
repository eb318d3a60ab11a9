// Expression builder: an expression is put together and tried with a user; nothing is saved.
import { Button, makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { ChoiceRow, FactRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { type Picked, PickerPanel } from '../../parts/picker-panel.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { ActAppPage } from '../applications/app-frame.tsx'
import { useAppName } from '../applications/use-app.ts'
import { USERS } from '../people/picker-sources.ts'
import { words } from '../words.ts'
import { ExpressionBox } from './expression-box.tsx'
import { type Evaluated, namedAttributes, outcomeText, partOf, typed, withPart } from './expression-text.ts'
import { FunctionHint } from './function-hint.tsx'

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  parts: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
})

export function EntraExpressionPage() {
  const app = useAppName()
  const [expression, write] = useState('')
  return (
    <ActAppPage title={words.expressionBuilder} under={[[words.provisioning, paths.entraProvisioning(app)]]}>
      {() => (
        <>
          <Compose app={app} onAdd={(part) => write((before) => withPart(before, part))} />
          <Try app={app} expression={expression} onWrite={write} />
        </>
      )}
    </ActAppPage>
  )
}

const NONE = ['', 'Choose …'] as const

/** A function or an attribute for the expression. */
function Compose({ app, onAdd }: { readonly app: string; readonly onAdd: (part: string) => void }) {
  const functions = useView('entra.functions', { limit: 1000 })
  const attributes = useView('entra.source-attributes', { app, sort: 'name', limit: 1000 })
  const failed = [functions, attributes].find(({ error }) => error !== null)
  const isReading = !failed && [functions, attributes].some(({ data }) => data === undefined)
  const [name, chooseName] = useState('')
  const [attribute, chooseAttribute] = useState('')
  const [suffix, writeSuffix] = useState('')
  const told = functions.data?.items.find(({ key }) => key === name)?.value
  const signature = told?.signature
  const takesSuffix = name !== '' && (signature?.includes(',') ?? false)
  const part = partOf(name, attribute, takesSuffix ? suffix : '', signature)
  return (
    <FormColumn>
      {failed?.error ? <Failed error={failed.error} retry={failed.retry} /> : null}
      {isReading ? <Loading what="functions and attributes" /> : null}
      <ChoiceRow
        label={words.selectFunction}
        value={name}
        choices={[NONE, ...(functions.data?.items ?? []).map(({ key }) => key)]}
        hint={told && <FunctionHint told={told} />}
        onChange={chooseName}
      />
      <ChoiceRow
        label={words.selectAttribute}
        value={attribute}
        choices={[NONE, ...(attributes.data?.items ?? []).map(({ key }) => key)]}
        onChange={chooseAttribute}
      />
      {takesSuffix ? <TextRow label={words.suffix} value={suffix} onChange={writeSuffix} /> : null}
      <div>
        <Button disabledFocusable={part === undefined} onClick={() => part !== undefined && onAdd(part)}>
          {words.addExpression}
        </Button>
      </div>
    </FormColumn>
  )
}

interface TryProps {
  readonly app: string
  readonly expression: string
  readonly onWrite: (expression: string) => void
}

function Try({ app, expression, onWrite }: TryProps) {
  const { run, isRunning, error, forget } = useAct()
  const [isChoosing, setChoosing] = useState(false)
  const [user, chooseUser] = useState<Picked>()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [output, show] = useState<Evaluated>()
  const attributes = namedAttributes(expression)
  const evaluate = async (): Promise<void> => {
    forget()
    show(undefined)
    const input = { app, expression, ...(user ? { user: user.key } : { values: typed(values, attributes) }) }
    const answer = await run('entra.evaluate-expression', input)
    if (answer !== undefined) show(answer as Evaluated)
  }
  return (
    <>
      <FormColumn>
        <ExpressionBox app={app} objectType="User" value={expression} onChange={onWrite} />
        <FactRow label={words.selectUser}>
          <TextLink as="button" onClick={() => setChoosing(true)}>
            {user?.name ?? words.noneSelected}
          </TextLink>
        </FactRow>
        {user ? null : (
          <ValueRows
            names={attributes}
            values={values}
            onWrite={(name, text) => setValues((before) => ({ ...before, [name]: text }))}
          />
        )}
        <div>
          <Button
            appearance="primary"
            disabledFocusable={expression.trim() === '' || isRunning}
            onClick={() => void evaluate()}
          >
            {words.testExpression}
          </Button>
        </div>
      </FormColumn>
      {error ? <Failed error={error} /> : null}
      {output ? <Output output={output} /> : null}
      {isChoosing ? (
        <PickerPanel
          title={words.selectUser}
          sources={[USERS]}
          chosen={user ? [user] : []}
          isSingle
          onClose={() => setChoosing(false)}
          onSelect={([picked]) => {
            chooseUser(picked)
            setChoosing(false)
          }}
        />
      ) : null}
    </>
  )
}

interface ValueRowsProps {
  readonly names: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly onWrite: (name: string, text: string) => void
}

/** Of nobody: what each attribute that the expression names would be. */
function ValueRows({ names, values, onWrite }: ValueRowsProps) {
  return names.map((name) => (
    <TextRow
      key={name}
      label={`[${name}]`}
      value={values[name] ?? ''}
      placeholder="(null)"
      onChange={(text) => onWrite(name, text)}
    />
  ))
}

/** What it gave, and what each part of it gave. */
function Output({ output }: { readonly output: Evaluated }) {
  const styles = useStyles()
  return (
    <FormSection title={words.expressionOutput}>
      <span className={styles.code}>{outcomeText(output)}</span>
      <ul className={styles.parts}>
        {output.parts.slice(1).map(({ text, outcome, values, reason }, index) => (
          // Parts of an expression may be alike; their order never changes.
          <li key={`${text} ${String(index)}`} className={styles.code}>
            {outcome === 'notEvaluated'
              ? `${text}: not evaluated`
              : `${text} = ${outcomeText({ outcome, values, reason })}`}
          </li>
        ))}
      </ul>
    </FormSection>
  )
}
