import type { ReactNode } from 'react'
import type { ViewName } from '../source/source.ts'
import { ListDetails, type ListDetailsProps } from './list-details.tsx'
import { ValueList } from './value-list.tsx'

/** What a page says that is one list: its table, and what an entry is called. Details are all that the entry has, where nothing else is said. */
export type ListPage<Name extends ViewName> = Omit<ListDetailsProps<Name>, 'details'> &
  Partial<Pick<ListDetailsProps<Name>, 'details'>>

/** The page of that list. A portal is a file of such tables. */
export function listPage<Name extends ViewName>(table: ListPage<Name>): () => ReactNode {
  const { details = ({ value }) => <ValueList value={value} />, ...rest } = table
  return function Page() {
    return <ListDetails {...rest} details={details} />
  }
}
