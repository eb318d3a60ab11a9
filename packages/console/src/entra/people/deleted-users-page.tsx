import { listPage } from '../../parts/list-page.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { valueText } from '../../parts/value-text.ts'
import { words } from '../words.ts'
import { UserActs } from './user-acts.tsx'

/** Those in the bin, for 30 days (Microsoft: Restore or remove a recently deleted user). */
export const EntraDeletedUsersPage = listPage({
  title: words.deletedUsers,
  place: words.usersPlace,
  view: 'entra.users',
  query: { deleted: 'yes' },
  columns: [
    {
      field: 'displayName',
      label: words.displayName,
      width: '1.6fr',
      show: ({ key, value }) => valueText(value.displayName) || key,
    },
    { field: 'deletedDateTime', label: 'Deleted', width: '150px', as: 'moment', isInCard: true },
    { field: 'userPrincipalName', label: 'User principal name', width: '2.4fr' },
  ],
  sort: '-deletedDateTime',
  empty: 'Nobody is in the bin. Whom one deletes stays here for 30 days and can be restored.',
  heading: ({ key, value }) => valueText(value.displayName) || key,
  details: ({ value }) => (
    <>
      <UserActs user={value} />
      <ValueList value={value} hidden={['key']} />
    </>
  ),
})
