// One group: its general settings, and what can be done to it (MS13).
import { Button } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { ChoiceRow, FactRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { type GroupDraft, groupDraftOf, groupSteps, membershipTypeOf, typeOf } from './group-draft.ts'
import { type GroupFacts, ObjectPage, useGroup, useObjectId } from './object-frame.tsx'

export function EntraGroupPage() {
  const id = useObjectId()
  const seen = useGroup(id)
  return (
    <ObjectPage kind="group" id={id} title={seen.data?.displayName ?? id} seen={seen}>
      {(group) => <GroupForm key={id} group={group} />}
    </ObjectPage>
  )
}

function GroupForm({ group }: { readonly group: GroupFacts }) {
  const draft = useDraft<GroupDraft>(groupDraftOf(group))
  const { value, set, changed } = draft
  const { succeeds, isRunning, error } = useAct()
  const save = async (): Promise<void> => {
    for (const { verb, input } of groupSteps(group.id, value, changed)) if (!(await succeeds(verb, input))) return
    draft.discard()
  }
  return (
    <>
      <SaveBar changes={changed.length} isSaving={isRunning} onSave={() => void save()} onDiscard={draft.discard} />
      {error ? <Failed error={error} /> : null}
      <GroupActs group={group} />
      <FormSection title={words.generalSettings}>
        <FormColumn>
          <TextRow label={words.groupName} isRequired value={value.name} onChange={(name) => set({ name })} />
          <TextRow
            label={words.groupDescription}
            value={value.description}
            onChange={(description) => set({ description })}
          />
          <FactRow label={words.groupType}>{typeOf(group)}</FactRow>
          <FactRow label={words.membershipType}>{membershipTypeOf(group)}</FactRow>
          {group.membershipRule === undefined ? null : (
            <>
              <TextRow label={words.membershipRule} value={value.rule} onChange={(rule) => set({ rule })} />
              <ChoiceRow
                label={words.ruleProcessing}
                value={value.processing}
                choices={['On', 'Paused']}
                onChange={(processing) => set({ processing })}
              />
            </>
          )}
          <FactRow label={words.objectId}>{group.id}</FactRow>
        </FormColumn>
      </FormSection>
    </>
  )
}

/** Delete; of a group in the bin Restore, which only Microsoft 365 groups have. */
function GroupActs({ group: { id, deletedDateTime } }: { readonly group: GroupFacts }) {
  const navigate = useNavigate()
  const { succeeds, isRunning, error } = useAct()
  const isDeleted = deletedDateTime !== undefined
  const act = async (): Promise<void> => {
    if (!(await succeeds(isDeleted ? 'entra.restore-group' : 'entra.delete-group', { group: id }))) return
    if (!isDeleted) await navigate({ to: paths.entraGroups })
  }
  return (
    <div>
      {error ? <Failed error={error} /> : null}
      <Button size="small" icon={<DeleteRegular />} disabledFocusable={isRunning} onClick={() => void act()}>
        {isDeleted ? words.restoreGroup : words.deleteGroup}
      </Button>
    </div>
  )
}
