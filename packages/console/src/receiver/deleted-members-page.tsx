import { Button } from '@fluentui/react-components'
import { ListDetails } from '../parts/list-details.tsx'
import { Failed } from '../parts/page-state.tsx'
import { ValueList } from '../parts/value-list.tsx'
import type { Views } from '../source/source.ts'
import { useLarkAct } from './acting.ts'
import { words } from './words.ts'

/** Who was deleted in the last 30 days, and can be matched and restored by a create; Entra ID's help page advises to remove them first. */
export function DeletedMembersPage() {
  return (
    <ListDetails
      title={words.deletedMembers}
      place={words.membersPlace}
      view="lark.deleted-members"
      columns={[
        { field: 'name', label: 'Name', width: '1.6fr', show: ({ key, value }) => value.name ?? key },
        { field: 'email', label: 'Email', width: '2fr' },
        { field: 'deletedAt', label: 'Deleted', width: '150px', as: 'moment', isInCard: true },
        { field: 'keptUntil', label: 'Kept until', width: '150px', as: 'moment', isInCard: true },
      ]}
      sort="-deletedAt"
      empty="Nobody was deleted in the last 30 days. Members who are deleted, by hand or by a sync, are kept here so long."
      heading={({ key, value }) => value.name ?? key}
      details={({ value }) => <Details member={value} />}
    />
  )
}

function Details({ member }: { readonly member: Views['lark.deleted-members'] }) {
  const act = useLarkAct()
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      <div>
        <Button
          disabledFocusable={act.isRunning}
          onClick={() => void act.run('purge-deleted-member', { member: member.id })}
        >
          Remove for good
        </Button>
      </div>
      <ValueList value={{ ...member, dataSource: words.dataSources[member.dataSource] }} />
    </>
  )
}
