import { Button, makeStyles, Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { useState } from 'react'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { PickerPanel } from '../../parts/picker-panel.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { GROUPS } from '../picker-sources.ts'
import { words } from '../words.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', gap: '12px', alignItems: 'center' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

/** The groups that somebody is in. */
export function PersonGroups({ id }: { readonly id: string }) {
  const styles = useStyles()
  const act = useAct()
  const [isChoosing, setChoosing] = useState(false)
  const { data, error, retry } = useView('okta.memberships', { user: id, sort: 'group', limit: 1_000 })
  const add = async (groups: readonly string[]): Promise<void> => {
    setChoosing(false)
    for (const group of groups) if (!(await act.succeeds('okta.add-member', { group, user: id }))) return
  }
  return (
    <FormSection title={words.groups}>
      <div>
        <Button onClick={() => setChoosing(true)}>{words.addToGroups}</Button>
      </div>
      {act.error ? <Failed error={act.error} /> : null}
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error ? null : <Loading what="groups" />}
      {data?.total === 0 ? <span>This person is in no group.</span> : null}
      <ul className={styles.list} aria-label={words.groups}>
        {data?.items.map(({ key, value: { groupId, group } }) => (
          <li key={key} className={styles.row}>
            <span className={styles.name}>
              <Link to={paths.oktaGroup(groupId)}>{group}</Link>
            </span>
            <Button
              size="small"
              aria-label={`${words.remove} ${group}`}
              disabledFocusable={act.isRunning}
              onClick={() => void act.succeeds('okta.remove-member', { group: groupId, user: id })}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {isChoosing ? (
        <PickerPanel
          title={words.addToGroups}
          sources={[GROUPS]}
          chosen={[]}
          onClose={() => setChoosing(false)}
          onSelect={(picked) => void add(picked.map(({ key }) => key))}
        />
      ) : null}
    </FormSection>
  )
}
