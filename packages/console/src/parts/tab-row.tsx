import { makeStyles, Tab, TabList } from '@fluentui/react-components'

const useStyles = makeStyles({ row: { overflowX: 'auto', flexShrink: 0 } })

interface TabRowProps {
  /** Labels by value, in order. */
  readonly tabs: Readonly<Record<string, string>>
  readonly chosen: string
  readonly onChoose: (tab: string) => void
}

/** Tabs in a row that scrolls where it is longer than the page is wide. */
export function TabRow({ tabs, chosen, onChoose }: TabRowProps) {
  const styles = useStyles()
  return (
    <div className={styles.row}>
      <TabList selectedValue={chosen} onTabSelect={(_event, { value }) => onChoose(String(value))}>
        {Object.entries(tabs).map(([value, label]) => (
          <Tab key={value} value={value}>
            {label}
          </Tab>
        ))}
      </TabList>
    </div>
  )
}
