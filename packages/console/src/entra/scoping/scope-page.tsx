// Source Object Scope: filters of which one must fit, each of clauses that must all hold. One draft, one Save.
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { useItem, useView } from '../../source/use-view.ts'
import { SeenAppPage } from '../applications/app-frame.tsx'
import { useMappingsStep } from '../applications/portal-layout.ts'
import { useAppName, useObjectType } from '../applications/use-app.ts'
import type { ObjectMapping } from '../mapping/mapping-rows.ts'
import { words } from '../words.ts'
import { EditFilter } from './edit-filter.tsx'
import { clauseText, groupInput, NEW_GROUP, type ScopeGroup } from './scope-draft.ts'
import { ScopePreview } from './scope-preview.tsx'

const useStyles = makeStyles({
  group: { display: 'flex', gap: '8px', alignItems: 'start', flexWrap: 'wrap' },
  text: { flexGrow: 1, minWidth: '200px', overflowWrap: 'anywhere' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
})

export function EntraScopePage() {
  const app = useAppName()
  const objectType = useObjectType()
  const seen = useItem('entra.object-mappings', objectType, { app })
  return (
    <SeenAppPage
      title={words.sourceScope}
      under={[useMappingsStep(app), [words.attributeMapping, paths.entraMapping(app, objectType)]]}
      seen={seen}
      what="the scope"
    >
      {({ value }) => <ScopeForm key={objectType} app={app} mapping={value} />}
    </SeenAppPage>
  )
}

function ScopeForm({ app, mapping }: { readonly app: string; readonly mapping: ObjectMapping }) {
  const { objectType, name } = mapping
  const { value, set, changed, discard } = useDraft<{ readonly scope: readonly ScopeGroup[] }>({ scope: mapping.scope })
  const { succeeds, isRunning, error } = useAct()
  const unary = useUnaryOperators()
  const [edited, edit] = useState<number>()
  const [said, say] = useState<string>()
  const save = async (): Promise<void> => {
    const scope = value.scope.map((group) => groupInput(group, unary))
    if (!(await succeeds('entra.save-mappings', { app, objectType, scope }))) return
    discard()
    say('The scope is saved. The next cycle is an initial one.')
  }
  return (
    <>
      <SaveBar
        changes={changed.length}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={discard}
        saveLabel={words.save}
        discardLabel={words.discard}
      />
      {error ? <Failed error={error} /> : null}
      <FormSection title={name}>
        {value.scope.length === 0 ? <span>{words.allRecords}</span> : null}
        <Groups
          scope={value.scope}
          onEdit={edit}
          onDelete={(index) => set({ scope: value.scope.filter((_group, other) => other !== index) })}
        />
        <div>
          <Button icon={<AddRegular />} onClick={() => edit(value.scope.length)}>
            {words.addScopingFilter}
          </Button>
        </div>
      </FormSection>
      <ScopePreview draft={{ app, objectType, groups: value.scope.map((group) => groupInput(group, unary)) }} />
      {edited === undefined ? null : (
        <EditFilter
          app={app}
          objectType={objectType}
          group={value.scope[edited] ?? NEW_GROUP}
          onClose={() => edit(undefined)}
          onOk={(group) => {
            set({ scope: [...value.scope.slice(0, edited), group, ...value.scope.slice(edited + 1)] })
            edit(undefined)
          }}
        />
      )}
      {said ? <Notice notice={{ text: said, isError: false }} onEnd={() => say(undefined)} /> : null}
    </>
  )
}

function useUnaryOperators(): readonly string[] {
  const { data } = useView('entra.operators', { limit: 100 })
  return (data?.items ?? []).filter(({ value }) => !value.takesValue).map(({ key }) => key)
}

interface GroupsProps {
  readonly scope: readonly ScopeGroup[]
  readonly onEdit: (index: number) => void
  readonly onDelete: (index: number) => void
}

function Groups({ scope, onEdit, onDelete }: GroupsProps) {
  const styles = useStyles()
  return scope.map(({ title, clauses }, index) => (
    <div key={`${title} ${String(index)}`} className={styles.group}>
      <span className={styles.text}>
        <span className={styles.title}>{title}</span>
        {clauses.map(clauseText).join(' AND ')}
      </span>
      <Button
        size="small"
        icon={<EditRegular />}
        aria-label={`${words.editRow} ${title}`}
        onClick={() => onEdit(index)}
      >
        {words.editRow}
      </Button>
      <Button
        size="small"
        icon={<DeleteRegular />}
        aria-label={`${words.deleteRow} ${title}`}
        onClick={() => onDelete(index)}
      >
        {words.deleteRow}
      </Button>
    </div>
  ))
}
