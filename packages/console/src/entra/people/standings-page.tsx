// Applications of a user or a group: assigned by what, in scope or not, and which account belongs to it.
import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'
import { type ObjectKind, useObjectId } from './object-frame.tsx'
import { ObjectList } from './object-list.tsx'

const Link = createLink(TextLink)

function Standings({ kind }: { readonly kind: ObjectKind }) {
  const id = useObjectId()
  return (
    <ObjectList
      kind={kind}
      id={id}
      title={words.applications}
      view="entra.standings"
      query={{ object: id }}
      columns={[
        { field: 'app', label: words.name, width: '1.4fr' },
        {
          field: 'inScope',
          label: 'In scope',
          width: '120px',
          state: ({ value }) => (value.inScope ? ['good', 'In scope'] : ['plain', 'Out of scope']),
          isInCard: true,
        },
        {
          field: 'assignedBy',
          label: 'Assigned',
          width: '1.4fr',
          isSortable: false,
          show: ({ value }) => (value.assignedBy.length === 0 ? 'Not assigned' : value.assignedBy.join(', ')),
          isInCard: true,
        },
        { field: 'targetId', label: 'Account', width: '1.4fr', isWideOnly: true },
      ]}
      sort="app"
      empty={`The tenant has no application that is provisioned to. Begin with ${words.newApplication}.`}
      details={({ value }) => (
        <>
          <Link to={paths.entraApp(value.app)}>{value.app}</Link>
          <ValueList value={value} />
        </>
      )}
    />
  )
}

export const EntraUserApplicationsPage = () => <Standings kind="user" />
export const EntraGroupApplicationsPage = () => <Standings kind="group" />
