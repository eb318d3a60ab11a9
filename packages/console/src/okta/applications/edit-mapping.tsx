import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { ChoiceRow, FactRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormPanel } from '../../parts/form-panel.tsx'
import type { Item, Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { attributes, provisioning, words } from '../words.ts'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'
const SOURCES = [...attributes, ['emailType', provisioning.emailType]] as const
const SENT_ON = Object.entries(provisioning.pushStatus)
const WHEN_SAVED = [
  ['now', provisioning.applyNow],
  ['later', provisioning.applyLater],
] as const

interface EditMappingProps {
  readonly application: string
  /** Undefined for a new one. */
  readonly mapping?: Item<Views['okta.mappings']>
  readonly onClose: () => void
}

/** Where an attribute stands at the endpoint is what it is known by: of one that is there, this is not changed. */
export function EditMapping({ application, mapping, onClose }: EditMappingProps) {
  const { succeeds, isRunning, error } = useAct()
  const [externalName, name] = useState(mapping?.key ?? '')
  const [externalNamespace, nameSpace] = useState(mapping?.value.externalNamespace ?? CORE)
  const [source, choose] = useState<string>(mapping?.value.source ?? 'login')
  const [pushStatus, push] = useState<string>(mapping?.value.pushStatus ?? 'PUSH')
  const [when, apply] = useState('now')
  const save = async (from: string | null): Promise<void> => {
    const at = { externalName: externalName.trim(), externalNamespace: externalNamespace.trim() }
    const input = { application, ...at, source: from, pushStatus, applyNow: when === 'now' }
    if (await succeeds('okta.set-mapping', input)) onClose()
  }
  return (
    <FormPanel
      title={mapping ? externalName : provisioning.addMapping}
      okLabel={words.save}
      isOff={isRunning || externalName.trim() === '' || externalNamespace.trim() === ''}
      error={error}
      onOk={() => void save(source)}
      onClose={onClose}
    >
      <FormColumn>
        <ChoiceRow label={provisioning.oktaAttribute} value={source} choices={SOURCES} onChange={choose} />
        {mapping ? (
          <FactRow label={provisioning.externalNamespace}>{externalNamespace}</FactRow>
        ) : (
          <>
            <TextRow label={provisioning.externalName} value={externalName} isRequired onChange={name} />
            <TextRow label={provisioning.externalNamespace} value={externalNamespace} isRequired onChange={nameSpace} />
          </>
        )}
        <ChoiceRow label={provisioning.sentOn} value={pushStatus} choices={SENT_ON} onChange={push} />
        <ChoiceRow label={provisioning.whenSaved} value={when} choices={WHEN_SAVED} onChange={apply} />
      </FormColumn>
      {mapping ? (
        <div>
          <Button disabledFocusable={isRunning} onClick={() => void save(null)}>
            {words.remove}
          </Button>
        </div>
      ) : null}
    </FormPanel>
  )
}
