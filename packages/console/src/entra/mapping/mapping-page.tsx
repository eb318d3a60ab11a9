// Attribute Mapping: one draft of the whole page, one Save.
import { Button, Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import { useState } from 'react'
import { CheckRow, ChoiceRow, FactRow, FieldRow, FormColumn } from '../../parts/field-row.tsx'
import { FormSection, SimulatorOnly } from '../../parts/form-section.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { type Draft, useDraft } from '../../parts/use-draft.ts'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { useItem, useView } from '../../source/use-view.ts'
import { SeenAppPage } from '../applications/app-frame.tsx'
import { useMappingsStep } from '../applications/portal-layout.ts'
import { useAppName, useObjectType } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { AdvancedOptions } from './advanced-options.tsx'
import { EditAttribute } from './edit-attribute.tsx'
import { NEW_ROW, type ObjectMapping, rowInput, withoutRow, withRow } from './mapping-rows.ts'
import { MappingTable } from './mapping-table.tsx'
import { TryWith } from './try-with.tsx'
import { useFindings, useTried } from './use-draft-answers.ts'

const Link = createLink(TextLink)

export function EntraMappingPage() {
  const app = useAppName()
  const objectType = useObjectType()
  const seen = useItem('entra.object-mappings', objectType, { app })
  return (
    <SeenAppPage title={words.attributeMapping} under={[useMappingsStep(app)]} seen={seen} what="the mapping">
      {({ value }) => <MappingForm key={objectType} app={app} mapping={value} />}
    </SeenAppPage>
  )
}

type MappingDraft = Pick<ObjectMapping, 'enabled' | 'actions' | 'rows'>

interface FormProps {
  readonly app: string
  readonly mapping: ObjectMapping
}

function MappingForm({ app, mapping }: FormProps) {
  const { enabled, actions, rows, objectType } = mapping
  const draft = useDraft<MappingDraft>({ enabled, actions, rows })
  const { succeeds, isRunning, error } = useAct()
  const [said, say] = useState<string>()
  const save = async (): Promise<void> => {
    const { value, changed } = draft
    const saved = Object.fromEntries(
      changed.map((name) => [name, name === 'rows' ? value.rows.map(rowInput) : value[name]]),
    )
    if (!(await succeeds('entra.save-mappings', { app, objectType, ...saved }))) return
    draft.discard()
    say('The mapping is saved. The next cycle is an initial one.')
  }
  const takePreset = async (): Promise<void> => {
    if (!(await succeeds('entra.use-mapping-preset', { app, preset: 'lark' }))) return
    draft.discard()
    say('Both mappings are now those of the help page.')
  }
  return (
    <>
      <SaveBar
        changes={changedRows(rows, draft.value.rows) + draft.changed.filter((name) => name !== 'rows').length}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={draft.discard}
        saveLabel={words.save}
        discardLabel={words.discard}
      />
      {error ? <Failed error={error} /> : null}
      <General app={app} mapping={mapping} draft={draft} />
      <Rows app={app} objectType={objectType} draft={draft} />
      <SimulatorOnly>
        <div>
          <Button size="small" disabledFocusable={isRunning} onClick={() => void takePreset()}>
            {words.helpPageMappings}
          </Button>
        </div>
        <span>Sets both mappings, of users and of groups, to those that the receiver’s help page ends with.</span>
      </SimulatorOnly>
      {said ? <Notice notice={{ text: said, isError: false }} onEnd={() => say(undefined)} /> : null}
    </>
  )
}

function changedRows(before: MappingDraft['rows'], after: MappingDraft['rows']): number {
  const texts = (rows: MappingDraft['rows']) => new Set(rows.map((row) => JSON.stringify(row)))
  const [old, now] = [texts(before), texts(after)]
  const gone = before.filter(({ target }) => after.every((row) => row.target !== target)).length
  return gone + [...now].filter((text) => !old.has(text)).length
}

const ACTIONS: ObjectMapping['actions'] = ['Create', 'Update', 'Delete']

function General({ app, mapping, draft: { value, set } }: FormProps & { readonly draft: Draft<MappingDraft> }) {
  const { name, objectType, sourceObject, targetObject, scopeText } = mapping
  return (
    <FormSection title={name}>
      <FormColumn>
        <ChoiceRow
          label={words.enabled}
          value={value.enabled ? words.yes : words.no}
          choices={[words.yes, words.no]}
          isDisabled={objectType === 'User'}
          onChange={(answer) => set({ enabled: answer === words.yes })}
        />
        <FactRow label={words.sourceObject}>{sourceObject}</FactRow>
        <FactRow label={words.sourceScope}>
          <Link to={paths.entraScope(app, objectType)}>{scopeText === '' ? words.allRecords : scopeText}</Link>
        </FactRow>
        <FactRow label={words.targetObject}>{targetObject}</FactRow>
        <FieldRow label={words.targetActions}>
          <span>
            {ACTIONS.map((action) => (
              <CheckRow
                key={action}
                label={action}
                isOn={value.actions.includes(action)}
                onChange={(isOn) =>
                  set({ actions: ACTIONS.filter((one) => (one === action ? isOn : value.actions.includes(one))) })
                }
              />
            ))}
          </span>
        </FieldRow>
      </FormColumn>
    </FormSection>
  )
}

interface RowsProps {
  readonly app: string
  readonly objectType: 'User' | 'Group'
  readonly draft: Draft<MappingDraft>
}

/** The table with what its rows give and what the rules say, and the panel of the row that the address names; `new` is none that exists. */
function Rows({ app, objectType, draft: { value, set } }: RowsProps) {
  const { state, set: setState } = useViewState()
  const { data } = useView('entra.target-attributes', { app, objectType, limit: 1000 })
  const required = (data?.items ?? []).filter(({ value: one }) => one.required).map(({ key }) => key)
  const { rows } = value
  const { tried, error } = useTried({ app, objectType }, rows, state.with)
  const findings = useFindings({ app, objectType }, rows)
  const open = state.open
  const edited = open === 'new' ? NEW_ROW : rows.find(({ target }) => target === open)
  const close = (): void => setState({ open: undefined })
  return (
    <>
      <TryWith app={app} objectType={objectType} name={tried?.name} error={error} findings={findings} />
      <FormSection title={words.attributeMappings}>
        <MappingTable
          rows={rows}
          required={required}
          tried={tried}
          findings={findings}
          onEdit={({ target }) => setState({ open: target })}
          onDelete={({ target }) => set({ rows: [...withoutRow(rows, target)] })}
        />
        <div>
          <Button icon={<AddRegular />} onClick={() => setState({ open: 'new' })}>
            {words.addMapping}
          </Button>
        </div>
        <AdvancedOptions app={app} objectType={objectType} />
        {edited ? (
          <EditAttribute
            key={open}
            app={app}
            objectType={objectType}
            row={edited}
            others={rows.filter((row) => row !== edited)}
            person={state.with}
            onClose={close}
            onOk={(row) => {
              set({ rows: [...withRow(rows, edited === NEW_ROW ? undefined : edited.target, row)] })
              close()
            }}
          />
        ) : null}
      </FormSection>
    </>
  )
}
