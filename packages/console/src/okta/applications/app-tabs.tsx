import { useNavigate } from '@tanstack/react-router'
import { TabRow } from '../../parts/tab-row.tsx'
import { paths } from '../../paths.ts'
import { tabs } from '../words.ts'

export type AppTab = keyof typeof tabs

/** The tabs of an application, each a page of its own: two of them are long lists. */
export function AppTabs({ app, tab }: { readonly app: string; readonly tab: AppTab }) {
  const navigate = useNavigate()
  return <TabRow tabs={tabs} chosen={tab} onChoose={(value) => void navigate({ to: paths.oktaApp(app, value) })} />
}
