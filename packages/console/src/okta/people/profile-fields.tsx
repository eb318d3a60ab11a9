import { FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormSection } from '../../parts/form-section.tsx'
import { attributes, needed, words } from '../words.ts'
import type { ProfileDraft } from './person.ts'

interface ProfileFieldsProps {
  readonly draft: ProfileDraft
  readonly set: (change: ProfileDraft) => void
}

/** Every attribute of a profile, those first that nobody is without. */
export function ProfileFields({ draft, set }: ProfileFieldsProps) {
  return (
    <FormSection title={words.profile}>
      <FormColumn>
        {attributes.map(([name, label]) => (
          <TextRow
            key={name}
            label={label}
            value={draft[name] ?? ''}
            isRequired={needed.includes(name)}
            onChange={(text) => set({ [name]: text })}
          />
        ))}
      </FormColumn>
    </FormSection>
  )
}
