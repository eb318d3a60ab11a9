// What was made at somebody's endpoint, as it was last seen. Those of others are nowhere on these pages.
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ListDetails } from '../parts/list-details.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { instantText, timeText } from '../parts/time-text.ts'
import type { Item, Views } from '../source/source.ts'
import { useAct } from '../source/use-act.ts'

type Resource = Item<Views['world.directory-users']>

const useStyles = makeStyles({
  json: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

const EMPTY = 'Nobody was made there yet. Connect an identity provider on the start page.'

export function TargetUsersPage() {
  return (
    <ListDetails
      title="Users"
      place="Your endpoint"
      view="world.directory-users"
      columns={[
        { field: 'name', label: 'userName', width: '2.2fr', show: nameOf },
        { field: 'displayName', label: 'displayName', width: '1.6fr' },
        {
          field: 'active',
          label: 'active',
          width: '110px',
          isInCard: true,
          show: ({ value }) => <Active active={value.active} />,
        },
        { field: 'readAt', label: 'Seen', width: '110px', show: ({ value }) => timeText(value.readAt) },
      ]}
      sort="name"
      empty={EMPTY}
      heading={nameOf}
      details={(item) => <Details item={item} />}
      tools={<ReadAnew />}
    />
  )
}

export function TargetGroupsPage() {
  return (
    <ListDetails
      title="Groups"
      place="Your endpoint"
      view="world.directory-groups"
      columns={[
        { field: 'name', label: 'displayName', width: '2fr', show: nameOf },
        { field: 'members', label: 'members', width: '110px', isInCard: true },
        { field: 'readAt', label: 'Seen', width: '110px', show: ({ value }) => timeText(value.readAt) },
      ]}
      sort="name"
      empty="No group was made there yet."
      heading={nameOf}
      details={(item) => <Details item={item} />}
      tools={<ReadAnew />}
    />
  )
}

function nameOf({ key, value }: Resource): string {
  return value.name ?? key
}

function Active({ active }: { readonly active: boolean | null }) {
  if (active === null) return 'not said'
  return <StatusBadge tone={active ? 'good' : 'watch'}>{active ? 'true' : 'false'}</StatusBadge>
}

/** The looks around each write keep the list up; what is changed there by others is seen when somebody asks. */
function ReadAnew() {
  const { run, isRunning } = useAct()
  return (
    <Button disabledFocusable={isRunning} onClick={() => void run('world.read-directory')}>
      {isRunning ? 'Reading' : 'Read anew'}
    </Button>
  )
}

function Details({ item: { value } }: { readonly item: Resource }) {
  const styles = useStyles()
  return (
    <>
      <span>{`As it was at ${instantText(value.readAt)}`}</span>
      <pre className={styles.json}>{JSON.stringify(value.resource, null, 2)}</pre>
    </>
  )
}
