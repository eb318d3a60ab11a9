import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useNarrow } from '../../parts/narrow.ts'
import { words } from '../words.ts'
import { usePortalLayout } from './portal-layout.ts'

const useStyles = makeStyles({
  field: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px 10px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  inRow: { flexDirection: 'row', alignItems: 'center', gap: '8px', padding: '2px 10px' },
  choice: {
    minHeight: '28px',
    fontFamily: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** Of which age the pages of provisioning are. A select of the browser's own: it is on pages that load no form. */
export function LayoutSwitch() {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const { layout, choose } = usePortalLayout()
  return (
    <label className={mergeClasses(styles.field, isNarrow && styles.inRow)}>
      {words.portalLayout}
      <select
        className={styles.choice}
        value={layout}
        onChange={({ target }) => choose(target.value === 'current' ? 'current' : 'classic')}
      >
        <option value="classic">classic</option>
        <option value="current">current</option>
      </select>
    </label>
  )
}
