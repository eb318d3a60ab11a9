// One group: the people in it, who are assigned and removed here, its name, and its end.
import { Button, Checkbox } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Column } from '../../parts/column.ts'
import { ListDetails } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { PickerPanel } from '../../parts/picker-panel.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { stateOf } from '../people/person.ts'
import { PEOPLE } from '../picker-sources.ts'
import { words } from '../words.ts'
import { RenameGroup } from './rename-group.tsx'

type Membership = Views['okta.memberships']

export function OktaGroupPage() {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false })
  const { data, error } = useView('okta.groups', { where: [`id:${id}`], members: 'none' })
  const name = data?.items[0]?.key
  const isGone = data?.total === 0 && error === null
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const acts = useGroupActs(id, () => tick(new Set()))
  const toggle = (user: string, isOn: boolean): void =>
    tick((before) => new Set([...[...before].filter((one) => one !== user), ...(isOn ? [user] : [])]))
  return (
    <>
      <ListDetails
        title={name ?? id}
        place={<Place steps={[[words.directory], [words.groups, paths.oktaGroups]]} />}
        view="okta.memberships"
        query={{ group: id }}
        columns={columnsOf(ticked, toggle)}
        sort="name"
        empty={`Nobody is in this group. ${words.assignPeople} here: they get the applications that the group assigns.`}
        above={
          acts.error || isGone ? (
            <Failed error={acts.error ?? new Error('There is no such group in the organization any more.')} />
          ) : null
        }
        heading={({ value }) => value.name}
        details={({ value }) => <ValueList value={value} />}
        tools={
          <>
            <Button appearance="primary" icon={<AddRegular />} onClick={() => acts.open('people')}>
              {words.assignPeople}
            </Button>
            <Button disabledFocusable={ticked.size === 0 || acts.isRunning} onClick={() => void acts.remove(ticked)}>
              {words.remove}
            </Button>
            <Button disabledFocusable={name === undefined} onClick={() => acts.open('name')}>
              {words.rename}
            </Button>
            <Button disabledFocusable={acts.isRunning} onClick={() => void acts.end()}>
              {words.deleteGroup}
            </Button>
          </>
        }
      />
      {acts.panel === 'people' ? (
        <PickerPanel
          title={words.assignPeople}
          sources={[PEOPLE]}
          chosen={[]}
          onClose={() => acts.open(undefined)}
          onSelect={(picked) => void acts.add(picked.map(({ key }) => key))}
        />
      ) : null}
      {acts.panel === 'name' && name !== undefined ? (
        <RenameGroup id={id} name={name} onClose={() => acts.open(undefined)} />
      ) : null}
    </>
  )
}

function columnsOf(
  ticked: ReadonlySet<string>,
  toggle: (user: string, isOn: boolean) => void,
): readonly Column<Membership>[] {
  return [
    {
      field: 'name',
      label: words.name,
      width: '2fr',
      show: ({ value: { userId, name } }) => (
        <Checkbox
          label={name}
          checked={ticked.has(userId)}
          onChange={(_event, { checked }) => toggle(userId, checked === true)}
        />
      ),
    },
    { field: 'login', label: 'Username', width: '2fr' },
    { field: 'status', label: words.status, width: '130px', state: ({ value }) => stateOf(value), isInCard: true },
  ]
}

type Panel = 'people' | 'name'

function useGroupActs(group: string, onRemoved: () => void) {
  const { succeeds, isRunning, error } = useAct()
  const navigate = useNavigate()
  const [panel, open] = useState<Panel>()
  return {
    isRunning,
    error,
    panel,
    open,
    async add(users: readonly string[]): Promise<void> {
      open(undefined)
      for (const user of users) if (!(await succeeds('okta.add-member', { group, user }))) return
    },
    async remove(users: ReadonlySet<string>): Promise<void> {
      for (const user of users) if (!(await succeeds('okta.remove-member', { group, user }))) return
      onRemoved()
    },
    async end(): Promise<void> {
      if (await succeeds('okta.delete-group', { group })) await navigate({ to: paths.oktaGroups })
    },
  }
}
