import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { listPage } from '../../parts/list-page.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

const Link = createLink(TextLink)

type Event = Views['okta.system-log']
type Target = Event['target'][number]

/** Reports › System Log: Time, Event Info and Targets of its table; the organization knows of one administrator only, so Actor is left out. */
export const OktaSystemLogPage = listPage({
  title: words.systemLog,
  place: words.reports,
  view: 'okta.system-log',
  columns: [
    { field: 'published', label: words.time, width: '140px', as: 'moment', isInCard: true },
    { field: 'displayMessage', label: words.eventInfo, width: '2fr', isHeading: true },
    {
      field: 'target',
      label: words.targets,
      width: '2fr',
      isSortable: false,
      show: ({ value }) => value.target.map(({ displayName }) => displayName).join(', '),
    },
    {
      field: 'severity',
      label: words.severity,
      width: '110px',
      choices: ['INFO', 'ERROR'],
      state: ({ value: { severity } }) => [severity === 'ERROR' ? 'bad' : 'plain', severity],
      isInCard: true,
    },
  ],
  sort: '-published',
  empty: 'Nothing has happened in the organization yet. What administrators do, and what is sent, is told here.',
  heading: ({ value }) => value.displayMessage,
  details: ({ value }) => (
    <>
      <Targets targets={value.target} />
      <ValueList value={value} hidden={['target']} />
    </>
  ),
})

function Targets({ targets }: { readonly targets: readonly Target[] }) {
  return (
    <ul aria-label={words.targets}>
      {targets.map((target) => (
        <li key={`${target.type} ${target.id}`}>
          {target.type}: <Named target={target} />
        </li>
      ))}
    </ul>
  )
}

/** A recording has the lists alone. */
function Named({ target: { type, id, displayName } }: { readonly target: Target }) {
  const { canAct } = useAct()
  if (!canAct) return displayName
  if (type === 'User') return <Link to={paths.oktaPerson(id)}>{displayName}</Link>
  if (type === 'UserGroup') return <Link to={paths.oktaGroup(id)}>{displayName}</Link>
  return displayName
}
