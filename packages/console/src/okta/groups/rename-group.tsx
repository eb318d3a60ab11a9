import { useState } from 'react'
import { FormColumn, TextRow } from '../../parts/field-row.tsx'
import { FormPanel } from '../../parts/form-panel.tsx'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

interface RenameGroupProps {
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

/** Another name; where the group is pushed, the endpoint's is renamed too (O423). */
export function RenameGroup({ id, name, onClose }: RenameGroupProps) {
  const { succeeds, isRunning, error } = useAct()
  const [next, setNext] = useState(name)
  const isOff = isRunning || next.trim() === '' || next.trim() === name
  const save = async (): Promise<void> => {
    if (await succeeds('okta.rename-group', { group: id, name: next.trim() })) onClose()
  }
  return (
    <FormPanel
      title={words.rename}
      okLabel={words.save}
      isOff={isOff}
      error={error}
      onOk={() => void save()}
      onClose={onClose}
    >
      <FormColumn>
        <TextRow label={words.groupName} value={next} isRequired onChange={setNext} />
      </FormColumn>
    </FormPanel>
  )
}
