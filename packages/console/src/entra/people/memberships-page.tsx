// Who is in a group, and in which groups somebody is: one list from either side (MS13).
import { Button, Checkbox, Link as TextLink } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import { useState } from 'react'
import type { Column } from '../../parts/column.ts'
import { Failed } from '../../parts/page-state.tsx'
import { type Picked, PickerPanel } from '../../parts/picker-panel.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import type { Item, Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { type ObjectKind, useObjectId } from './object-frame.tsx'
import { ObjectList } from './object-list.tsx'
import { GROUPS, USERS } from './picker-sources.ts'

const Link = createLink(TextLink)

type Membership = Item<Views['entra.memberships']>

/** From the group: its members. */
export function EntraGroupMembersPage() {
  const id = useObjectId()
  return (
    <Memberships
      kind="group"
      id={id}
      title={words.members}
      query={{ group: id }}
      other={({ value }) => [
        value.displayName,
        paths.entraObject(value.memberType === 'User' ? 'user' : 'group', value.memberId),
      ]}
      columns={[
        { field: 'memberType', label: words.type, width: '110px', choices: ['User', 'Group'], isInCard: true },
        { field: 'member', label: 'User principal name', width: '2fr' },
      ]}
      sort="displayName"
      empty={`Nobody is in this group. ${words.addMembers} here, or give it a membership rule.`}
      sources={[USERS, GROUPS]}
      addLabel={words.addMembers}
      inputOf={(picked) => ({ group: id, ...memberInput(picked) })}
    />
  )
}

/** From a member: the groups. */
function EntraMembershipsPage({ kind }: { readonly kind: ObjectKind }) {
  const id = useObjectId()
  return (
    <Memberships
      kind={kind}
      id={id}
      title={kind === 'user' ? words.groupsOfUser : words.groupMemberships}
      query={{ member: id }}
      other={({ value }) => [value.group, paths.entraObject('group', value.groupId)]}
      columns={[
        {
          field: 'isDynamic',
          label: words.membershipType,
          width: '140px',
          show: ({ value }) => (value.isDynamic ? 'Dynamic' : 'Assigned'),
          isInCard: true,
        },
      ]}
      sort="group"
      empty={`In no group. Begin with ${words.addMemberships}.`}
      sources={[GROUPS]}
      addLabel={words.addMemberships}
      inputOf={({ key }) => ({ group: key, ...(kind === 'user' ? { user: id } : { member: id }) })}
    />
  )
}

export const EntraUserGroupsPage = () => <EntraMembershipsPage kind="user" />
export const EntraGroupMembershipsPage = () => <EntraMembershipsPage kind="group" />

function memberInput({ view, key }: Pick<Picked, 'view' | 'key'>): object {
  return view === 'entra.users' ? { user: key } : { member: key }
}

interface MembershipsProps {
  readonly kind: ObjectKind
  readonly id: string
  readonly title: string
  readonly query: Readonly<Record<string, string>>
  /** Who or what stands at the other side, and its page. */
  readonly other: (item: Membership) => readonly [name: string, path: string]
  readonly columns: readonly Column<Membership['value']>[]
  readonly sort: string
  readonly empty: string
  readonly sources: Parameters<typeof PickerPanel>[0]['sources']
  readonly addLabel: string
  /** As `add-member` takes it. */
  readonly inputOf: (picked: Picked) => object
}

function Memberships(props: MembershipsProps) {
  const { kind, id, title, query, other, columns, sort, empty, sources, addLabel, inputOf } = props
  const { ticked, toggle, remove, add, act } = useMemberships(inputOf)
  return (
    <ObjectList
      kind={kind}
      id={id}
      title={title}
      view="entra.memberships"
      query={query}
      above={act.error ? <Failed error={act.error} /> : null}
      tools={
        <Tools
          addLabel={addLabel}
          sources={sources}
          canRemove={ticked.length > 0 && !act.isRunning}
          onAdd={(picked) => void add(picked)}
          onRemove={() => void remove()}
        />
      }
      columns={[
        {
          field: sort,
          label: words.name,
          width: '2fr',
          show: (item) => (
            <Checkbox
              label={other(item)[0]}
              disabled={item.value.isDynamic}
              checked={ticked.some(({ key }) => key === item.key)}
              onChange={(_event, { checked }) => toggle(item, checked === true)}
            />
          ),
        },
        ...columns,
      ]}
      sort={sort}
      empty={empty}
      heading={(item) => other(item)[0]}
      details={(item) => (
        <>
          <Link to={other(item)[1]}>{other(item)[0]}</Link>
          <ValueList value={item.value} />
        </>
      )}
    />
  )
}

interface ToolsProps extends Pick<MembershipsProps, 'addLabel' | 'sources'> {
  readonly canRemove: boolean
  readonly onAdd: (picked: readonly Picked[]) => void
  readonly onRemove: () => void
}

function Tools({ addLabel, sources, canRemove, onAdd, onRemove }: ToolsProps) {
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <Button appearance="primary" icon={<AddRegular />} onClick={() => setChoosing(true)}>
        {addLabel}
      </Button>
      <Button icon={<DeleteRegular />} disabledFocusable={!canRemove} onClick={onRemove}>
        {words.remove}
      </Button>
      {isChoosing ? (
        <PickerPanel
          title={addLabel}
          sources={sources}
          chosen={[]}
          onClose={() => setChoosing(false)}
          onSelect={(picked) => {
            setChoosing(false)
            onAdd(picked)
          }}
        />
      ) : null}
    </>
  )
}

/** Those that are ticked, and what becomes of them. */
function useMemberships(inputOf: (picked: Picked) => object) {
  const act = useAct()
  const [ticked, tick] = useState<readonly Membership[]>([])
  const toggle = (item: Membership, isOn: boolean): void =>
    tick((before) => [...before.filter(({ key }) => key !== item.key), ...(isOn ? [item] : [])])
  const remove = async (): Promise<void> => {
    for (const { value } of ticked) {
      const member = value.memberType === 'User' ? { user: value.memberId } : { member: value.memberId }
      if (!(await act.succeeds('entra.remove-member', { group: value.groupId, ...member }))) return
    }
    tick([])
  }
  const add = async (picked: readonly Picked[]): Promise<void> => {
    for (const one of picked) if (!(await act.succeeds('entra.add-member', inputOf(one)))) return
  }
  return { ticked, toggle, remove, add, act }
}
