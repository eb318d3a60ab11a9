import { useState } from 'react'
import { ChoiceRow, FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormPanel } from '../../parts/form-panel.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { pushing, words } from '../words.ts'

/** So many are offered; the text narrows them. */
const SHOWN = 50

interface PushGroupProps {
  readonly application: string
  readonly onClose: () => void
}

export function PushGroup({ application, onClose }: PushGroupProps) {
  const { succeeds, isRunning, error } = useAct()
  const [group, find] = useState('')
  const [action, choose] = useState('create')
  const [link, name] = useState('')
  const offered = useView('okta.groups', { members: 'none', q: group.trim() || undefined, sort: 'key', limit: SHOWN })
  const isOff = isRunning || group.trim() === '' || (action === 'link' && link.trim() === '')
  const save = async (): Promise<void> => {
    const linked = action === 'link' ? { link: link.trim() } : {}
    if (await succeeds('okta.push-group', { application, group: group.trim(), ...linked })) onClose()
  }
  return (
    <FormPanel
      title={pushing.button}
      okLabel={words.save}
      isOff={isOff}
      error={error}
      onOk={() => void save()}
      onClose={onClose}
    >
      {offered.data || offered.error ? null : <Loading what="groups" />}
      {offered.error ? <Failed error={offered.error} retry={offered.retry} /> : null}
      <datalist id="okta-groups">
        {offered.data?.items.map(({ key }) => (
          <option key={key} value={key} />
        ))}
      </datalist>
      <FormColumn>
        <TextRow label={pushing.byName} value={group} list="okta-groups" isRequired onChange={find} />
        <ChoiceRow
          label={pushing.action}
          value={action}
          choices={[
            ['create', pushing.createGroup],
            ['link', pushing.linkGroup],
          ]}
          onChange={choose}
        />
        {action === 'link' ? <TextRow label={pushing.linked} value={link} isRequired onChange={name} /> : null}
      </FormColumn>
    </FormPanel>
  )
}
