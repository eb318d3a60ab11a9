// What the pages of one user or one group have: the portal's menu, the way to them, and who it is about.
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHead, type Step } from '../../parts/page-head.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { valueText } from '../../parts/value-text.ts'
import { paths } from '../../paths.ts'
import type { Views } from '../../source/source.ts'
import { type Seen, useView } from '../../source/use-view.ts'
import { type Group, SideMenu } from '../side-menu.tsx'
import { words } from '../words.ts'

export type ObjectKind = 'user' | 'group'

/** The id that the address names. */
export function useObjectId(): string {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false })
  return id
}

export function useUser(id: string): Seen<Views['entra.users']> {
  const { data, error, retry } = useView('entra.users', { where: [`id:${id}`] })
  return { data: data?.items[0]?.value, error: error ?? missing(data, 'user'), retry }
}

/** Its members are a list of their own, and are not read with it. */
export function useGroup(id: string): Seen<GroupFacts> {
  const { data, error, retry } = useView('entra.groups', {
    where: [`id:${id}`],
    fields: GROUP_FIELDS.join(','),
    members: 'none',
  })
  return { data: data?.items[0]?.value, error: error ?? missing(data, 'group'), retry }
}

const GROUP_FIELDS = [
  ...['id', 'displayName', 'description', 'mailNickname', 'mail', 'mailEnabled', 'securityEnabled', 'groupTypes'],
  ...['membershipRule', 'membershipRuleProcessingState', 'createdDateTime', 'deletedDateTime'],
]
export type GroupFacts = Omit<Views['entra.groups'], 'members' | 'memberCount'>

function missing(data: { readonly total: number } | undefined, what: string): Error | null {
  return data?.total === 0 ? new Error(`There is no such ${what} in the tenant any more.`) : null
}

/** Name of whom the pages are about; the id as long as nothing else is known. */
export function useObjectName(kind: ObjectKind, id: string): string {
  const view = kind === 'user' ? ('entra.users' as const) : ('entra.groups' as const)
  const members = kind === 'group' ? { members: 'none' } : {}
  const { data } = useView(view, { where: [`id:${id}`], fields: 'displayName', ...members })
  return valueText(data?.items[0]?.value.displayName) || id
}

export function menuOfObject(kind: ObjectKind, id: string): readonly Group[] {
  const path = (page?: string) => paths.entraObject(kind, id, page)
  const members = kind === 'group' ? [[words.members, path('members')] as const] : []
  return [
    [
      undefined,
      [
        [words.properties, path()],
        ...members,
        [kind === 'user' ? words.groupsOfUser : words.groupMemberships, path('memberships')],
        [words.applications, path('applications')],
      ],
    ],
  ]
}

export function placeOfObject(kind: ObjectKind): readonly Step[] {
  return kind === 'user'
    ? [[words.usersPlace], [words.users, paths.entraUsers]]
    : [[words.groupsPlace], [words.groups, paths.entraGroups]]
}

interface ObjectPageProps<Value> {
  readonly kind: ObjectKind
  readonly id: string
  readonly title: string
  readonly seen: Seen<Value>
  readonly children: (value: Value) => ReactNode
}

export function ObjectPage<Value>({ kind, id, title, seen, children }: ObjectPageProps<Value>) {
  const { data, error, retry } = seen
  const page = usePageStyles()
  return (
    <SideMenu name={title} groups={menuOfObject(kind, id)}>
      <div className={page.page}>
        <PageHead title={title} place={placeOfObject(kind)} />
        {error ? <Failed error={error} retry={retry} /> : null}
        {data === undefined && !error ? <Loading what={`the ${kind}`} /> : null}
        {data === undefined ? null : children(data)}
      </div>
    </SideMenu>
  )
}
