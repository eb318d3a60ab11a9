import {
  Button,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components'
import { DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useNarrow } from '../../parts/narrow.ts'
import { words } from '../words.ts'
import { canBeDeleted, type MappingRow, sourceText } from './mapping-rows.ts'

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere', padding: '6px 8px' },
  number: { width: '90px' },
  acts: { width: '176px' },
  actsNarrow: { width: '84px' },
})

export interface MappingTableProps {
  readonly rows: readonly MappingRow[]
  /** Target attributes without which nothing can be made at the target. */
  readonly required: readonly string[]
  readonly onEdit: (row: MappingRow) => void
  readonly onDelete: (row: MappingRow) => void
}

export function MappingTable({ rows, required, onEdit, onDelete }: MappingTableProps) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  return (
    <Table size="small" aria-label={words.attributeMappings}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{words.targetColumn}</TableHeaderCell>
          <TableHeaderCell>{words.sourceColumn}</TableHeaderCell>
          {isNarrow ? null : <TableHeaderCell className={styles.number}>{words.precedence}</TableHeaderCell>}
          <TableHeaderCell className={isNarrow ? styles.actsNarrow : styles.acts}>Acts</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.target}>
            <TableCell className={styles.text}>{row.target}</TableCell>
            <TableCell className={styles.text}>{sourceText(row)}</TableCell>
            {isNarrow ? null : <TableCell>{row.matchingPriority > 0 ? row.matchingPriority : ''}</TableCell>}
            <TableCell>
              <Button
                size="small"
                appearance="subtle"
                icon={<EditRegular />}
                aria-label={`${words.editRow} ${row.target}`}
                onClick={() => onEdit(row)}
              >
                {isNarrow ? null : words.editRow}
              </Button>
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`${words.deleteRow} ${row.target}`}
                disabled={!canBeDeleted(rows, row, required)}
                onClick={() => onDelete(row)}
              >
                {isNarrow ? null : words.deleteRow}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
