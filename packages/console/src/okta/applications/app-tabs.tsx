import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { tabs } from '../words.ts'

export type AppTab = keyof typeof tabs

const useStyles = makeStyles({ tabs: { overflowX: 'auto', flexShrink: 0 } })

/** The tabs of an application, each a page of its own: two of them are long lists. */
export function AppTabs({ app, tab }: { readonly app: string; readonly tab: AppTab }) {
  const styles = useStyles()
  const navigate = useNavigate()
  return (
    <div className={styles.tabs}>
      <TabList
        selectedValue={tab}
        onTabSelect={(_event, { value }) => void navigate({ to: paths.oktaApp(app, String(value)) })}
      >
        {Object.entries(tabs).map(([value, label]) => (
          <Tab key={value} value={value}>
            {label}
          </Tab>
        ))}
      </TabList>
    </div>
  )
}
