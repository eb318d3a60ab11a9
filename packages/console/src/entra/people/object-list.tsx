// Lists about one user or one group: members, memberships, applications.
import { ListDetails, type ListDetailsProps } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import { paths } from '../../paths.ts'
import type { ViewName } from '../../source/source.ts'
import { SideMenu } from '../side-menu.tsx'
import { menuOfObject, type ObjectKind, placeOfObject, useObjectName } from './object-frame.tsx'

interface ObjectListProps<Name extends ViewName> extends Omit<ListDetailsProps<Name>, 'place'> {
  readonly kind: ObjectKind
  readonly id: string
}

export function ObjectList<Name extends ViewName>({ kind, id, ...list }: ObjectListProps<Name>) {
  const name = useObjectName(kind, id)
  return (
    <SideMenu name={name} groups={menuOfObject(kind, id)}>
      <ListDetails {...list} place={<Place steps={[...placeOfObject(kind), [name, paths.entraObject(kind, id)]]} />} />
    </SideMenu>
  )
}
