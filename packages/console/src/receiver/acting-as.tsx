import { Label, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useView } from '../source/use-view.ts'
import { actAs, useActingAs } from './acting.ts'

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0, maxWidth: '100%' },
  // Not wider than the page, whatever they are called.
  choice: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  label: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The administrator whose eyes and hands these pages are; what they may not do is refused in the portal's words. */
export function ActingAs() {
  const styles = useStyles()
  const id = useId()
  const as = useActingAs()
  const { data } = useView('lark.administrators')
  // One alone is no choice.
  if (data === undefined || data.items.length < 2) return null
  return (
    <span className={styles.row}>
      <Label htmlFor={id} className={styles.label}>
        Acting as
      </Label>
      <Select
        id={id}
        className={styles.choice}
        value={as ?? ''}
        onChange={(_event, { value }) => actAs(value === '' ? undefined : value)}
      >
        {data.items.map(({ key, value: { name, primary } }) => (
          <option key={key} value={primary ? '' : key}>
            {name}
          </option>
        ))}
      </Select>
    </span>
  )
}
