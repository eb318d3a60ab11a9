import { FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { CATEGORIES, type ProfileDraft } from './profile.ts'

interface ProfileFieldsProps {
  readonly draft: ProfileDraft
  readonly set: (change: ProfileDraft) => void
  /** Without these nobody is made. */
  readonly required?: readonly string[]
}

/** All properties, in the portal’s categories. */
export function ProfileFields({ draft, set, required = [] }: ProfileFieldsProps) {
  return CATEGORIES.map(([heading, properties]) => (
    <FormSection key={heading} title={heading}>
      <FormColumn>
        {properties.map(([name, label]) => (
          <TextRow
            key={name}
            label={label}
            value={draft[name] ?? ''}
            isRequired={required.includes(name)}
            onChange={(text) => set({ [name]: text })}
          />
        ))}
      </FormColumn>
    </FormSection>
  ))
}
