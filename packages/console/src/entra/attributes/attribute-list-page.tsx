// Edit attribute list: what a mapping can give values to. One draft, one Save.
import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import type { Item, Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { SeenAppPage } from '../applications/app-frame.tsx'
import { useMappingsStep } from '../applications/portal-layout.ts'
import { useAppName, useObjectType } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { changesBetween, type ListedAttribute, listedOf, NEW_ATTRIBUTE, problemOfAttribute } from './attribute-draft.ts'
import { AttributeFields } from './attribute-fields.tsx'
import { AttributeTable } from './attribute-table.tsx'

export function EntraAttributesPage() {
  const app = useAppName()
  const objectType = useObjectType()
  const seen = useView('entra.target-attributes', { app, objectType, limit: 1000 })
  return (
    <SeenAppPage
      title={words.editAttributeList}
      under={[useMappingsStep(app), [words.attributeMapping, paths.entraMapping(app, objectType)]]}
      seen={seen}
      what="the attribute list"
    >
      {({ items }) => <ListForm key={objectType} app={app} objectType={objectType} items={items} />}
    </SeenAppPage>
  )
}

interface ListFormProps {
  readonly app: string
  readonly objectType: 'User' | 'Group'
  readonly items: readonly Item<Views['entra.target-attributes']>[]
}

function ListForm({ app, objectType, items }: ListFormProps) {
  const saved = items.map(({ value }) => listedOf(value))
  const { value, set, discard } = useDraft({ attributes: saved as readonly ListedAttribute[] })
  const { attributes } = value
  const { succeeds, isRunning, error } = useAct()
  const { state, set: setState } = useViewState()
  const [said, say] = useState<string>()
  const save = async (): Promise<void> => {
    if (!(await succeeds('entra.save-attributes', { app, objectType, attributes }))) return
    discard()
    say('The attribute list is saved. The next cycle is an initial one.')
  }
  const replace = (changed: ListedAttribute): void =>
    set({ attributes: attributes.map((one) => (one.name === changed.name ? changed : one)) })
  return (
    <>
      <SaveBar
        changes={changesBetween(saved, attributes)}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={discard}
        saveLabel={words.save}
        discardLabel={words.discard}
      />
      {error ? <Failed error={error} /> : null}
      <AttributeTable
        attributes={attributes}
        primaryKeys={items.filter(({ value: one }) => one.primaryKey).map(({ key }) => key)}
        onEdit={({ name }) => setState({ open: name })}
        onDelete={({ name }) => set({ attributes: attributes.filter((one) => one.name !== name) })}
      />
      <AddAttribute others={attributes} onAdd={(added) => set({ attributes: [...attributes, added] })} />
      {attributes
        .filter(({ name }) => name === state.open)
        .map((open) => (
          <SidePanel key={open.name} title={open.name} onClose={() => setState({ open: undefined })}>
            <AttributeFields
              attribute={open}
              isNew={false}
              set={(change) => replace({ ...open, ...change, name: open.name })}
            />
          </SidePanel>
        ))}
      {said ? <Notice notice={{ text: said, isError: false }} onEnd={() => say(undefined)} /> : null}
    </>
  )
}

interface AddAttributeProps {
  readonly others: readonly ListedAttribute[]
  readonly onAdd: (attribute: ListedAttribute) => void
}

/** The fields at the foot of the list. */
function AddAttribute({ others, onAdd }: AddAttributeProps) {
  const [attribute, setAttribute] = useState(NEW_ATTRIBUTE)
  const [isTried, setTried] = useState(false)
  const problem = problemOfAttribute(attribute, others)
  const add = (): void => {
    setTried(problem !== undefined)
    if (problem !== undefined) return
    onAdd({ ...attribute, name: attribute.name.trim() })
    setAttribute(NEW_ATTRIBUTE)
  }
  return (
    <FormSection title={words.addAttribute}>
      {isTried && problem !== undefined ? <Failed error={new Error(problem)} /> : null}
      <AttributeFields
        attribute={attribute}
        isNew
        set={(change) => setAttribute((before) => ({ ...before, ...change }))}
      />
      <div>
        <Button icon={<AddRegular />} onClick={add}>
          {words.addAttribute}
        </Button>
      </div>
    </FormSection>
  )
}
