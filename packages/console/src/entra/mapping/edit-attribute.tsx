import { Button, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { ChoiceRow, FieldRow, TextRow } from '../../parts/field-row.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useView } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { type MappingRow, nextPrecedence, problemOfRow } from './mapping-rows.ts'

export interface EditAttributeProps {
  readonly app: string
  readonly objectType: 'User' | 'Group'
  /** The row as it is in the draft of the page. */
  readonly row: MappingRow
  readonly others: readonly MappingRow[]
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
    <SidePanel
      title={words.editAttribute}
      onClose={onClose}
      foot={
        <>
          <Button appearance="primary" onClick={ok}>
            {words.ok}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      {targets.error ? <Failed error={targets.error} retry={targets.retry} /> : null}
      {isTried && problem !== undefined ? <Failed error={new Error(problem)} /> : null}
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
      <ChoiceRow
        label={words.matchObjects}
        value={row.matchingPriority > 0 ? words.yes : words.no}
        choices={[words.no, words.yes]}
        onChange={(answer) => set({ matchingPriority: answer === words.yes ? nextPrecedence(others) : 0 })}
      />
      {row.matchingPriority > 0 ? (
        <TextRow
          label={words.precedence}
          isNumber
          value={String(row.matchingPriority)}
          onChange={(text) => set({ matchingPriority: Math.max(1, Number.parseInt(text, 10) || 1) })}
        />
      ) : null}
      <ChoiceRow
        label={words.apply}
        value={row.apply}
        choices={APPLY}
        onChange={(apply) => set({ apply: APPLY.find((one) => one === apply) ?? 'Always' })}
      />
    </SidePanel>
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
    return (
      <FieldRow label={words.expression} isRequired>
        <Textarea value={source} rows={5} resize="vertical" onChange={(_event, { value }) => choose(value)} />
      </FieldRow>
    )
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
