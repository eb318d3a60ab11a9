import { Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { LinkButton } from '../../parts/link-button.tsx'
import { listPage } from '../../parts/list-page.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

const Link = createLink(TextLink)

/** The page of the application; the rest of the row opens it beside the list. A recording has the list alone. */
function AppLink({ label }: { readonly label: string }) {
  const { canAct } = useAct()
  if (!canAct) return label
  return (
    <Link to={paths.oktaApp(label)} onClick={(event: MouseEvent) => event.stopPropagation()}>
      {label}
    </Link>
  )
}

function CreateApp() {
  const { canAct } = useAct()
  return canAct ? (
    <LinkButton appearance="primary" icon={<AddRegular />} to={paths.newOktaApp}>
      {words.createApp}
    </LinkButton>
  ) : null
}

/** Applications › Applications. */
export const OktaApplicationsPage = listPage({
  title: words.applications,
  place: words.applications,
  view: 'okta.applications',
  columns: [
    { field: 'key', label: words.label, width: '2fr', show: ({ key }) => <AppLink label={key} /> },
    { field: 'kind', label: words.kind, width: '1.6fr', show: ({ value }) => words.kinds[value.kind] },
    {
      field: 'baseUrl',
      label: words.provisioning,
      width: '170px',
      state: ({ value: { baseUrl } }) => (baseUrl === undefined ? ['plain', 'Not enabled'] : ['good', 'Enabled']),
      isInCard: true,
    },
  ],
  sort: 'key',
  tools: <CreateApp />,
  empty: `The organization has no applications yet. Begin with ${words.createApp}: it sends its people over SCIM.`,
})
