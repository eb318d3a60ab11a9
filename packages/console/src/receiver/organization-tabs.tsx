import { Tab, TabList } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { SyncNotice } from './sync-notice.tsx'
import { words } from './words.ts'

/** Organization › Member and Department: its two tabs, and what both say after a sync. */
export function OrganizationTabs({ at }: { readonly at: 'members' | 'departments' }) {
  const navigate = useNavigate()
  return (
    <>
      <TabList
        selectedValue={at}
        onTabSelect={(_event, { value }) =>
          void navigate({ to: value === 'members' ? paths.members : paths.departments })
        }
      >
        <Tab value="members">{words.members}</Tab>
        <Tab value="departments">{words.departments}</Tab>
      </TabList>
      <SyncNotice page="Members and Departments" />
    </>
  )
}
