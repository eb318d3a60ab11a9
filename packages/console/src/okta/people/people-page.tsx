import { Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import type { Column } from '../../parts/column.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { ListDetails } from '../../parts/list-details.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { fullName, type Person, STATES, stateOf } from './person.ts'

const Link = createLink(TextLink)

const COLUMNS: readonly Column<Person>[] = [
  { field: 'firstName', label: words.name, width: '1.6fr', show: ({ value }) => fullName(value) },
  { field: 'login', label: 'Username', width: '2.2fr' },
  { field: 'department', label: 'Department', width: '1.2fr', isInCard: true },
  { field: 'title', label: 'Title', width: '1.2fr', isWideOnly: true },
  {
    field: 'status',
    label: words.status,
    width: '130px',
    choices: STATES,
    state: ({ value }) => stateOf(value),
    isInCard: true,
  },
]

/** Directory › People. */
export function OktaPeoplePage() {
  const { canAct } = useAct()
  return (
    <ListDetails
      title={words.people}
      place={words.directory}
      view="okta.users"
      columns={COLUMNS}
      sort="firstName,lastName"
      empty={`The organization has no people. Begin with ${words.addPerson}; \`scimulator up --demo\` begins with a company.`}
      heading={({ value }) => fullName(value)}
      tools={
        canAct ? (
          <LinkButton appearance="primary" icon={<AddRegular />} to={paths.newOktaPerson}>
            {words.addPerson}
          </LinkButton>
        ) : null
      }
      details={({ value }) => (
        <>
          {canAct ? <Link to={paths.oktaPerson(value.id)}>{words.personPage}</Link> : null}
          <ValueList value={value} />
        </>
      )}
    />
  )
}
