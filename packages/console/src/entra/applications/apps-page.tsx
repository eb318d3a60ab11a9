import { Button, Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink, useNavigate } from '@tanstack/react-router'
import { ListDetails } from '../../parts/list-details.tsx'
import type { Tone } from '../../parts/status-badge.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'
import type { Application } from './use-app.ts'

const Link = createLink(TextLink)

const STATES: Readonly<Record<string, readonly [Tone, string]>> = {
  None: ['plain', 'None'],
  NotConfigured: ['plain', 'Not configured'],
  NotRun: ['plain', 'Not run'],
  Active: ['good', 'Active'],
  Paused: ['watch', 'Stopped'],
  Quarantine: ['bad', 'Quarantined'],
}

/** Enterprise applications of the tenant. A press on a name leads to the application. */
export function EntraAppsPage() {
  const navigate = useNavigate()
  const create = () => void navigate({ to: paths.newEntraApp })
  return (
    <ListDetails
      title={words.allApps}
      place={words.apps}
      view="entra.applications"
      tools={
        <Button appearance="primary" icon={<AddRegular />} onClick={create}>
          {words.newApplication}
        </Button>
      }
      columns={[
        { field: 'name', label: words.name, width: '2fr', show: (item) => <AppLink item={item} /> },
        {
          field: 'provisioning',
          label: words.provisioning,
          width: '160px',
          state: ({ value }) => STATES[value.provisioning] ?? ['plain', value.provisioning],
          isInCard: true,
        },
        { field: 'assigned', label: 'Assigned', width: '110px' },
        { field: 'links', label: 'Linked', width: '110px', isInCard: true },
        { field: 'createdDateTime', label: 'Created', width: '150px', as: 'moment', isInCard: true },
      ]}
      sort="name"
      empty={`The tenant has no applications of its own yet. Begin with ${words.newApplication}.`}
      details={(item) => (
        <>
          <AppLink item={item} />
          <ValueList value={item.value} />
        </>
      )}
    />
  )
}

function AppLink({ item: { key, value } }: { readonly item: Application }) {
  return <Link to={paths.entraApp(key)}>{value.name}</Link>
}
