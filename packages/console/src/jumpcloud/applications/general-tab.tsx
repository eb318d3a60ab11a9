import { FormSection } from '../../parts/form-section.tsx'
import { instantText } from '../../parts/time-text.ts'
import { ValueList } from '../../parts/value-list.tsx'
import { tabs } from '../words.ts'
import type { Application } from './application.ts'

export function GeneralTab({ application }: { readonly application: Application }) {
  const { displayLabel, displayName, identityManagement, created } = application
  return (
    <FormSection title={tabs.general}>
      <ValueList value={{ displayLabel, kind: displayName, identityManagement, created: instantText(created) }} />
    </FormSection>
  )
}
