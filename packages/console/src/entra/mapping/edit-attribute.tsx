import { useState } from 'react'
import { ChoiceRow, TextRow } from '../../parts/field-row.tsx'
import { FormPanel } from '../../parts/form-panel.tsx'
import { SimulatorOnly } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useView } from '../../source/use-view.ts'
import { ExpressionBox } from '../expression/expression-box.tsx'
import { words } from '../words.ts'
import { FindingList } from './finding-list.tsx'
import { findingsOf, triedText } from './mapping-findings.ts'
import { type MappingRow, nextPrecedence, problemOfRow } from './mapping-rows.ts'
import { useFindings, useTried } from './use-draft-answers.ts'

export interface EditAttributeProps {
  readonly app: string
  readonly objectType: 'User' | 'Group'
  /** The row as it is in the draft of the page. */
  readonly row: MappingRow
  readonly others: readonly MappingRow[]
  /** With whom it is tried; an id. */
  readonly person: string | undefined
  readonly onOk: (row: MappingRow) => void
  readonly onClose: () => void
}

const TYPES: readonly MappingRow['type'][] = ['Direct', 'Constant', 'Expression', 'None']
const APPLY: readonly MappingRow['apply'][] = ['Always', 'Only during object creation']
const NONE = ['', 'Choose …'] as const

/** The panel Edit Attribute. Ok takes the row over into the page, where Save saves it. */
export function EditAttribute(props: EditAttributeProps) {
  const { app, objectType, others, onOk, onClose } = props
  const [row, setRow] = useState(props.row)
  const [isTried, setTried] = useState(false)
  const targets = useView('entra.target-attributes', { app, objectType, limit: 1000 })
  const set = (change: Partial<MappingRow>): void => setRow((before) => ({ ...before, ...change }))
  const problem = problemOfRow(row, others)
  const ok = (): void => {
    setTried(true)
    if (problem === undefined) onOk(row)
  }
  const names = (targets.data?.items ?? []).filter(({ value }) => !value.readOnly).map(({ key }) => key)
  const free = names.filter((name) => others.every(({ target }) => target !== name))
  return (
    <FormPanel
      title={words.editAttribute}
      okLabel={words.ok}
      error={isTried && problem !== undefined ? new Error(problem) : undefined}
      onOk={ok}
      onClose={onClose}
    >
      {targets.error ? <Failed error={targets.error} retry={targets.retry} /> : null}
      <ChoiceRow
        label={words.mappingType}
        value={row.type}
        choices={TYPES}
        onChange={(type) => set({ type: TYPES.find((one) => one === type) ?? 'Direct', source: '' })}
      />
      <SourceRow app={app} objectType={objectType} row={row} set={set} />
      <TextRow label={words.defaultValue} value={row.defaultValue} onChange={(defaultValue) => set({ defaultValue })} />
      <ChoiceRow
        label={words.targetAttribute}
        value={row.target}
        choices={[
          ...(row.target === '' ? [NONE] : []),
          ...new Set([...free, ...(row.target === '' ? [] : [row.target])]),
        ]}
        onChange={(target) => set({ target })}
      />
      <MatchingRows row={row} others={others} set={set} />
      <ChoiceRow
        label={words.apply}
        value={row.apply}
        choices={APPLY}
        onChange={(apply) => set({ apply: APPLY.find((one) => one === apply) ?? 'Always' })}
      />
      <RowPreview {...props} row={row} />
    </FormPanel>
  )
}

interface MatchingRowsProps extends Pick<EditAttributeProps, 'row' | 'others'> {
  readonly set: (change: Partial<MappingRow>) => void
}

function MatchingRows({ row: { matchingPriority }, others, set }: MatchingRowsProps) {
  return (
    <>
      <ChoiceRow
        label={words.matchObjects}
        value={matchingPriority > 0 ? words.yes : words.no}
        choices={[words.no, words.yes]}
        onChange={(answer) => set({ matchingPriority: answer === words.yes ? nextPrecedence(others) : 0 })}
      />
      {matchingPriority > 0 ? (
        <TextRow
          label={words.precedence}
          isNumber
          value={String(matchingPriority)}
          onChange={(text) => set({ matchingPriority: Math.max(1, Number.parseInt(text, 10) || 1) })}
        />
      ) : null}
    </>
  )
}

/** What the row would give, and what the rules say of it. */
function RowPreview({ app, objectType, row, others, person }: EditAttributeProps) {
  const { tried, error } = useTried({ app, objectType }, [row], person)
  const findings = useFindings({ app, objectType }, [...others, row])
  const own = findingsOf(findings, row.target)
  if (row.target === '' || (own.length === 0 && person === undefined)) return null
  return (
    <SimulatorOnly>
      {tried ? <span role="status">{`${tried.name} gets ${triedText(tried.rows[0])}`}</span> : null}
      {error ? <Failed error={error} /> : null}
      <FindingList findings={own} />
    </SimulatorOnly>
  )
}

interface SourceRowProps extends Pick<EditAttributeProps, 'app' | 'objectType' | 'row'> {
  readonly set: (change: Partial<MappingRow>) => void
}

function SourceRow({ app, objectType, row: { type, source }, set }: SourceRowProps) {
  const { data } = useView('entra.source-attributes', { app, objectType, sort: 'name', limit: 1000 })
  const names = (data?.items ?? []).map(({ key }) => key)
  const choose = (next: string): void => set({ source: next })
  if (type === 'None') return null
  if (type === 'Constant') return <TextRow label={words.constantValue} value={source} onChange={choose} />
  if (type === 'Expression')
    return <ExpressionBox app={app} objectType={objectType} value={source} isRequired onChange={choose} />
  return (
    <ChoiceRow
      label={words.sourceAttribute}
      isRequired
      value={source}
      choices={[...(source === '' ? [NONE] : []), ...new Set([...(source === '' ? [] : [source]), ...names])]}
      onChange={choose}
    />
  )
}
