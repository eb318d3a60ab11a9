// The tab Push Groups (O405 to O438): which groups are pushed, how it went, and what can be done with one.
import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import type { Column } from '../../parts/column.ts'
import { ListDetails } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import type { Tone } from '../../parts/status-badge.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { pushing, words } from '../words.ts'
import { useAppLabel } from './app-frame.tsx'
import { AppTabs } from './app-tabs.tsx'
import { PushActs } from './push-acts.tsx'

const PushGroup = lazy(async () => ({ default: (await import('./push-group.tsx')).PushGroup }))

type Push = Views['okta.group-pushes']

const TONES: Readonly<Record<Push['status'], Tone>> = { ACTIVE: 'good', INACTIVE: 'plain', ERROR: 'bad' }

const COLUMNS: readonly Column<Push>[] = [
  { field: 'key', label: pushing.inOkta, width: '2fr', show: ({ key }) => key },
  { field: 'targetName', label: pushing.inApp, width: '2fr' },
  { field: 'members', label: pushing.members, width: '110px' },
  {
    field: 'status',
    label: pushing.status,
    width: '130px',
    choices: ['ACTIVE', 'INACTIVE', 'ERROR'],
    state: ({ value: { status } }) => [TONES[status], pushing.states[status]],
    isInCard: true,
  },
]

export function OktaPushGroupsPage() {
  const label = useAppLabel()
  const [isPushing, setPushing] = useState(false)
  return (
    <>
      <ListDetails
        title={label}
        place={<Place steps={[[words.applications, paths.oktaApps]]} />}
        view="okta.group-pushes"
        query={{ application: label }}
        columns={COLUMNS}
        sort="key"
        above={<AppTabs app={label} tab="push-groups" />}
        empty={`No group is pushed. ${pushing.button} makes a group at the endpoint, or links to one, and writes its members.`}
        tools={
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setPushing(true)}>
            {pushing.button}
          </Button>
        }
        details={({ key, value }) => (
          <>
            <PushActs application={label} group={key} status={value.status} />
            <ValueList value={value} />
          </>
        )}
      />
      {isPushing ? (
        <Suspense fallback={null}>
          <PushGroup application={label} onClose={() => setPushing(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
