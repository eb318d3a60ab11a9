import { Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { binding, identity, tabs } from '../words.ts'
import type { Application } from './application.ts'
import { changesBetween, found, toggled } from './bound-groups.ts'

const useStyles = makeStyles({
  tools: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    maxWidth: '760px',
  },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** So many groups are drawn; the search finds the others. */
const SHOWN = 200

/** The tab User Groups: whose boxes are set is synced, once it is saved. */
export function GroupsTab({ application }: { readonly application: Application }) {
  const styles = useStyles()
  const act = useAct()
  const { displayLabel, userGroups: bound } = application
  const [chosen, choose] = useState<readonly string[]>()
  const [q, search] = useState('')
  const [isBoundOnly, showBound] = useState(false)
  const { data, error, retry } = useView('jumpcloud.groups', { q, sort: 'name', limit: SHOWN })
  const ticked = chosen ?? bound
  const members = new Map(data?.items.map(({ key, value }) => [key, value.members.length]))
  const names = isBoundOnly ? found(ticked, q) : [...members.keys()]
  const more = isBoundOnly ? 0 : (data?.total ?? 0) - names.length
  const save = async (): Promise<void> => {
    const input = { application: displayLabel, groups: ticked }
    if ((await act.run('jumpcloud.bind-groups', input)) !== undefined) choose(undefined)
  }
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      {error ? <Failed error={error} retry={retry} /> : null}
      <div className={styles.tools}>
        <SearchBox aria-label="Search" placeholder="Search" value={q} onChange={(_event, { value }) => search(value)} />
        <Checkbox
          label={`${binding.showBound} (${ticked.length})`}
          checked={isBoundOnly}
          onChange={(_event, { checked }) => showBound(checked === true)}
        />
      </div>
      {data || error ? null : <Loading what="user groups" />}
      <ul className={styles.list} aria-label={tabs.groups}>
        {names.map((name) => (
          <li key={name} className={styles.row}>
            <Checkbox
              className={styles.name}
              label={name}
              checked={ticked.includes(name)}
              onChange={(_event, { checked }) => choose(toggled(ticked, name, checked === true))}
            />
            <span className={styles.quiet}>{countText(members.get(name))}</span>
          </li>
        ))}
        {data && names.length === 0 ? <li className={styles.quiet}>No group is found.</li> : null}
      </ul>
      {more > 0 ? <span className={styles.quiet}>{`${more} more: search for them.`}</span> : null}
      <SaveBar
        isFoot
        changes={changesBetween(bound, ticked)}
        isSaving={act.isRunning}
        onSave={() => void save()}
        onDiscard={() => choose(undefined)}
        discardLabel={identity.undo}
      />
    </>
  )
}

function countText(count: number | undefined): string {
  if (count === undefined) return ''
  return count === 1 ? '1 user' : `${count} users`
}
