import { listPage } from '../../parts/list-page.tsx'
import { words } from '../words.ts'

/** Applications › Applications. */
export const OktaApplicationsPage = listPage({
  title: words.applications,
  place: words.applications,
  view: 'okta.applications',
  columns: [
    { field: 'key', label: words.label, width: '2fr', show: ({ key }) => key },
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
  empty:
    'The organization has no applications yet. One that is made with the App Integration Wizard sends its people over SCIM.',
})
