import { FormSection } from '../../parts/form-section.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { tabs, words } from '../words.ts'
import { AppFrame } from './app-frame.tsx'

/** The tab General: what the application was made from, which cannot be changed (O101, O106). */
export function OktaAppPage() {
  return (
    <AppFrame tab="general">
      {({ id, kind }, label) => (
        <FormSection title={tabs.general}>
          <ValueList value={{ [words.label]: label, [words.kind]: words.kinds[kind], id }} />
          <span>{kind === 'wizard' ? words.sendsPut : words.sendsPatch}</span>
        </FormSection>
      )}
    </AppFrame>
  )
}
