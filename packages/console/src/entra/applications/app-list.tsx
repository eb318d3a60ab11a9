// Apart from the frame of other pages, which load no list.
import { ListDetails, type ListDetailsProps } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import type { ViewName } from '../../source/source.ts'
import { placeOf, type Where } from './app-frame.tsx'
import { AppLayout } from './app-layout.tsx'
import { useAppName } from './use-app.ts'

/** A page of an application that is one list. */
export function AppList<Name extends ViewName>({
  level = 'provisioning',
  under = [],
  ...list
}: Where & Omit<ListDetailsProps<Name>, 'place'>) {
  const app = useAppName()
  return (
    <AppLayout level={level}>
      <ListDetails {...list} place={<Place steps={placeOf(app, list.title, under)} />} />
    </AppLayout>
  )
}
