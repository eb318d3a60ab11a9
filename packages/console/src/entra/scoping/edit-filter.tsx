import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { ChoiceRow, TextRow } from '../../parts/field-row.tsx'
import { FormPanel } from '../../parts/form-panel.tsx'
import { useView } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { NEW_CLAUSE, problemOfGroup, type ScopeClause, type ScopeGroup } from './scope-draft.ts'

const useStyles = makeStyles({
  clause: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

export interface EditFilterProps {
  readonly app: string
  readonly objectType: 'User' | 'Group'
  readonly group: ScopeGroup
  readonly onOk: (group: ScopeGroup) => void
  readonly onClose: () => void
}

/** One scoping filter: all of its clauses must hold. */
export function EditFilter({ app, objectType, group, onOk, onClose }: EditFilterProps) {
  const [draft, setDraft] = useState(group)
  const [isTried, setTried] = useState(false)
  const problem = problemOfGroup(draft)
  const setClauses = (clauses: readonly ScopeClause[]): void => setDraft((before) => ({ ...before, clauses }))
  const ok = (): void => {
    setTried(true)
    if (problem === undefined) onOk(draft)
  }
  return (
    <FormPanel
      title={words.addScopingFilter}
      okLabel={words.okCapitals}
      error={isTried && problem !== undefined ? new Error(problem) : undefined}
      onOk={ok}
      onClose={onClose}
    >
      {draft.clauses.map((clause, index) => (
        <Clause
          // A clause has no name of its own, and its place is what it is known by.
          key={String(index)}
          number={index + 1}
          app={app}
          objectType={objectType}
          clause={clause}
          onChange={(next) => setClauses(draft.clauses.with(index, next))}
          onDelete={() => setClauses(draft.clauses.filter((_one, other) => other !== index))}
        />
      ))}
      <div>
        <Button icon={<AddRegular />} onClick={() => setClauses([...draft.clauses, NEW_CLAUSE])}>
          {words.addClause}
        </Button>
      </div>
      <TextRow
        label={words.scopingTitle}
        isRequired
        value={draft.title}
        onChange={(title) => setDraft((before) => ({ ...before, title }))}
      />
    </FormPanel>
  )
}

interface ClauseProps extends Pick<EditFilterProps, 'app' | 'objectType'> {
  readonly number: number
  readonly clause: ScopeClause
  readonly onChange: (clause: ScopeClause) => void
  readonly onDelete: () => void
}

function Clause({ app, objectType, number, clause, onChange, onDelete }: ClauseProps) {
  const styles = useStyles()
  const attributes = useView('entra.source-attributes', { app, objectType, sort: 'name', limit: 1000 })
  const operators = useView('entra.operators', { limit: 100 })
  const names = (attributes.data?.items ?? []).map(({ key }) => key)
  const known = operators.data?.items ?? []
  const isUnary = known.some(({ key, value }) => key === clause.operator && !value.takesValue)
  return (
    <fieldset className={styles.clause}>
      <legend>{`Clause ${number}`}</legend>
      <ChoiceRow
        label={words.attributeName}
        value={clause.attribute}
        choices={[['', 'Choose …'], ...names]}
        onChange={(attribute) => onChange({ ...clause, attribute })}
      />
      <ChoiceRow
        label={words.operator}
        value={clause.operator}
        choices={known.length === 0 ? [clause.operator] : known.map(({ key }) => key)}
        onChange={(operator) => onChange({ ...clause, operator })}
      />
      {isUnary ? null : (
        <TextRow
          label={words.attributeValue}
          value={clause.value ?? ''}
          onChange={(value) => onChange({ ...clause, value })}
        />
      )}
      <div>
        <Button size="small" icon={<DeleteRegular />} onClick={onDelete}>
          {words.deleteRow}
        </Button>
      </div>
    </fieldset>
  )
}
