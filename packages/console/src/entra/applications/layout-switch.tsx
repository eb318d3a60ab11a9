import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
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
  box: { position: 'relative', display: 'inline-flex', alignItems: 'center' },
  arrow: { position: 'absolute', right: '8px', pointerEvents: 'none' },
  // As the selects of pages that load forms.
  choice: {
    flexGrow: 1,
    appearance: 'none',
    minHeight: '32px',
    padding: '0 32px 0 10px',
    fontSize: tokens.fontSizeBase300,
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
      <span className={styles.box}>
        <select
          className={styles.choice}
          value={layout}
          onChange={({ target }) => choose(target.value === 'current' ? 'current' : 'classic')}
        >
          <option value="classic">classic</option>
          <option value="current">current</option>
        </select>
        <ChevronDownRegular className={styles.arrow} fontSize={16} />
      </span>
    </label>
  )
}
