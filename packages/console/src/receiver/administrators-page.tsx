import { Button, makeStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { ListDetails } from '../parts/list-details.tsx'
import { Failed } from '../parts/page-state.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { useViewState } from '../parts/view-state.ts'
import type { Views } from '../source/source.ts'
import { useLarkAct } from './acting.ts'
import { ActingAs } from './acting-as.tsx'
import { AdministratorPanel } from './administrator-panel.tsx'
import { words } from './words.ts'

/** Who may configure the sync, and who may read the admin log. */
export function AdministratorsPage() {
  const [isAdding, add] = useState(false)
  return (
    <>
      <ListDetails
        title={words.administrators}
        place="Simulator only"
        view="lark.administrators"
        columns={[
          { field: 'name', label: 'Name', width: '1.6fr' },
          { field: 'email', label: 'Email', width: '2.2fr' },
          {
            field: 'permissions',
            label: 'Permissions',
            width: '2fr',
            isInCard: true,
            isSortable: false,
            show: ({ value: { primary, permissions } }) =>
              primary ? 'Primary administrator' : permissions.join(', ') || 'none',
          },
        ]}
        empty="There is no administrator."
        heading={({ value }) => value.name}
        details={({ value }) => <Details administrator={value} />}
        tools={
          <>
            <ActingAs />
            <Button icon={<AddRegular />} onClick={() => add(true)}>
              {words.addAdministrator}
            </Button>
          </>
        }
      />
      {isAdding ? <AdministratorPanel onClose={() => add(false)} /> : null}
    </>
  )
}

const useStyles = makeStyles({ acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

function Details({ administrator }: { readonly administrator: Views['lark.administrators'] }) {
  const styles = useStyles()
  const act = useLarkAct()
  const { set } = useViewState()
  const [isEditing, edit] = useState(false)
  const remove = async (): Promise<void> => {
    const removed = await act.run('remove-administrator', { administrator: administrator.id })
    if (removed !== undefined) set({ open: undefined })
  }
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      <div className={styles.acts}>
        <Button onClick={() => edit(true)}>{words.edit}</Button>
        <Button disabledFocusable={act.isRunning} onClick={() => void remove()}>
          {words.removeAdministrator}
        </Button>
      </div>
      <ValueList value={administrator} />
      {isEditing ? <AdministratorPanel administrator={administrator} onClose={() => edit(false)} /> : null}
    </>
  )
}
