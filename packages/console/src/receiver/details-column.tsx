import { makeStyles, tokens } from '@fluentui/react-components'
import type { Column } from '../parts/column.ts'
import { words } from './words.ts'

const useStyles = makeStyles({ word: { color: tokens.colorBrandForegroundLink } })

/** At the right end of an entry, as the help pages say: what a press opens. */
export const detailsColumn: Column<unknown> = {
  field: 'details',
  label: words.details,
  width: '72px',
  isSortable: false,
  isWideOnly: true,
  show: () => <Word />,
}

function Word() {
  return <span className={useStyles().word}>{words.details}</span>
}
