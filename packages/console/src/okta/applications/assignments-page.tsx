// The tab Assignments: who has the application, alone or by a group, and how far they came at the endpoint.
import {
  Button,
  Checkbox,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Column } from '../../parts/column.ts'
import { ListDetails } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { PickerPanel } from '../../parts/picker-panel.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import type { Item, Views } from '../../source/source.ts'
import { GROUPS, PEOPLE } from '../picker-sources.ts'
import { syncOf } from '../sync-state.ts'
import { assigning, words } from '../words.ts'
import { useAppLabel } from './app-frame.tsx'
import { AppTabs } from './app-tabs.tsx'
import { type Kind, useAssignments } from './use-assignments.ts'

type Assignment = Views['okta.assignments']
type GroupAssignment = Views['okta.group-assignments']

export function OktaAssignmentsPage() {
  const label = useAppLabel()
  const { state } = useViewState()
  const kind: Kind = state.by === 'group' ? 'group' : 'user'
  const acts = useAssignments(label)
  const [choosing, choose] = useState<Kind>()
  const shared = {
    title: label,
    place: <Place steps={[[words.applications, paths.oktaApps]]} />,
    query: { application: label },
    above: <Above label={label} kind={kind} acts={acts} />,
    tools: <Tools kind={kind} acts={acts} onChoose={choose} />,
  }
  return (
    <>
      {kind === 'user' ? (
        <ListDetails
          {...shared}
          key="user"
          view="okta.assignments"
          columns={peopleColumns(acts.ticked, acts.toggle)}
          sort="key"
          empty={`Nobody has this application. ${assigning.assign} it to people or to groups; with provisioning enabled they are sent at once.`}
          details={({ value }) => <ValueList value={value} />}
        />
      ) : (
        <ListDetails
          {...shared}
          key="group"
          view="okta.group-assignments"
          columns={groupColumns(acts.ticked, acts.toggle)}
          sort="key"
          empty={`No group has this application. ${assigning.toGroups}: who is in one gets it, and who leaves it loses it.`}
          details={({ value }) => <ValueList value={value} />}
        />
      )}
      {choosing === undefined ? null : <Choose kind={choosing} acts={acts} onEnd={() => choose(undefined)} />}
    </>
  )
}

interface OfKind {
  readonly kind: Kind
  readonly acts: ReturnType<typeof useAssignments>
}

function Above({ label, kind, acts }: OfKind & { readonly label: string }) {
  const { set } = useViewState()
  return (
    <>
      <AppTabs app={label} tab="assignments" />
      <TabList
        size="small"
        selectedValue={kind}
        onTabSelect={(_event, { value }) => {
          acts.clear()
          set({ by: value === 'group' ? 'group' : undefined, open: undefined, sort: undefined })
        }}
      >
        <Tab value="user">{words.people}</Tab>
        <Tab value="group">{words.groups}</Tab>
      </TabList>
      {acts.error ? <Failed error={acts.error} /> : null}
    </>
  )
}

function Tools({ kind, acts, onChoose }: OfKind & { readonly onChoose: (kind: Kind) => void }) {
  const { set } = useViewState()
  return (
    <>
      <AssignMenu onChoose={onChoose} />
      <Button
        disabledFocusable={acts.ticked.size === 0 || acts.isRunning}
        onClick={() => {
          set({ open: undefined }, { replace: true })
          void acts.unassign(kind)
        }}
      >
        {words.remove}
      </Button>
      <Button disabledFocusable={acts.isRunning} onClick={() => void acts.provision()}>
        {assigning.provision}
      </Button>
    </>
  )
}

function Choose({ kind, acts, onEnd }: OfKind & { readonly onEnd: () => void }) {
  return (
    <PickerPanel
      title={kind === 'user' ? assigning.toPeople : assigning.toGroups}
      sources={kind === 'user' ? [PEOPLE] : [GROUPS]}
      chosen={[]}
      selectLabel={assigning.assign}
      onClose={onEnd}
      onSelect={(picked) => {
        onEnd()
        void acts.assign(
          kind,
          picked.map(({ key }) => key),
        )
      }}
    />
  )
}

function AssignMenu({ onChoose }: { readonly onChoose: (kind: Kind) => void }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="primary">{assigning.assign}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => onChoose('user')}>{assigning.toPeople}</MenuItem>
          <MenuItem onClick={() => onChoose('group')}>{assigning.toGroups}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

type Ticked = ReadonlySet<string>
type Toggle = (key: string, isOn: boolean) => void

function tickOf(ticked: Ticked, toggle: Toggle) {
  return ({ key }: Pick<Item<unknown>, 'key'>) => (
    <Checkbox label={key} checked={ticked.has(key)} onChange={(_event, { checked }) => toggle(key, checked === true)} />
  )
}

function peopleColumns(ticked: Ticked, toggle: Toggle): readonly Column<Assignment>[] {
  return [
    { field: 'key', label: assigning.person, width: '2fr', show: tickOf(ticked, toggle) },
    {
      field: 'scope',
      label: assigning.type,
      width: '120px',
      choices: ['USER', 'GROUP'],
      show: ({ value }) => (value.scope === 'GROUP' ? words.byGroup : words.individual),
      isInCard: true,
    },
    {
      field: 'syncState',
      label: words.status,
      width: '150px',
      choices: ['DISABLED', 'SYNCING', 'SYNCHRONIZED', 'ERROR'],
      state: ({ value }) => syncOf(value),
      isInCard: true,
    },
    {
      field: 'error',
      label: assigning.error,
      width: '2fr',
      isWideOnly: true,
      // O225
      show: ({ value }) => value.error ?? (value.syncState === 'DISABLED' ? assigning.before : ''),
    },
  ]
}

function groupColumns(ticked: Ticked, toggle: Toggle): readonly Column<GroupAssignment>[] {
  return [
    { field: 'key', label: words.groupName, width: '2fr', show: tickOf(ticked, toggle) },
    { field: 'created', label: assigning.since, width: '160px', as: 'moment', isInCard: true },
  ]
}
