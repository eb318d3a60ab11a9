import { CheckRow, ChoiceRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { words } from '../words.ts'
import { type ListedAttribute, TYPES } from './attribute-draft.ts'

const NAME_HINT =
  'Such as urn:ietf:params:scim:schemas:extension:acme:2.0:User:badge; other names are left out of a POST.'

interface AttributeFieldsProps {
  readonly attribute: ListedAttribute
  /** The name of one that is in the list stays. */
  readonly isNew: boolean
  readonly set: (change: Partial<ListedAttribute>) => void
}

/** What the list has of an attribute (MS4). */
export function AttributeFields({ attribute, isNew, set }: AttributeFieldsProps) {
  const { name, type, required, multiValued, exactCase, referencedObject } = attribute
  return (
    <FormColumn>
      <TextRow
        label={words.name}
        value={name}
        isDisabled={!isNew}
        hint={isNew ? NAME_HINT : undefined}
        onChange={(text) => set({ name: text })}
      />
      <ChoiceRow
        label={words.type}
        value={type}
        choices={TYPES}
        onChange={(chosen) => set({ type: TYPES.find((one) => one === chosen) ?? 'String' })}
      />
      <CheckRow label={words.required} isOn={required} onChange={(isOn) => set({ required: isOn })} />
      <CheckRow label={words.multiValue} isOn={multiValued} onChange={(isOn) => set({ multiValued: isOn })} />
      <CheckRow label={words.exactCase} isOn={exactCase} onChange={(isOn) => set({ exactCase: isOn })} />
      {type === 'Reference' ? (
        <TextRow
          label={words.referencedObject}
          value={referencedObject ?? ''}
          onChange={(text) => set({ referencedObject: text === '' ? null : text })}
        />
      ) : null}
    </FormColumn>
  )
}
