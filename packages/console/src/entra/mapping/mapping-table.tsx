import {
  Button,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useNarrow } from '../../parts/narrow.ts'
import { words } from '../words.ts'
import { FindingList } from './finding-list.tsx'
import { type Finding, findingsOf, type Tried, triedText } from './mapping-findings.ts'
import { canBeDeleted, type MappingRow, sourceText } from './mapping-rows.ts'

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere', padding: '6px 8px' },
  gives: { color: tokens.colorNeutralForeground3 },
  number: { width: '90px' },
  acts: { width: '176px' },
  actsNarrow: { width: '84px' },
})

export interface MappingTableProps {
  readonly rows: readonly MappingRow[]
  /** Target attributes without which nothing can be made at the target. */
  readonly required: readonly string[]
  /** What the rows give for somebody, where they are tried. */
  readonly tried: Tried | undefined
  readonly findings: readonly Finding[]
  readonly onEdit: (row: MappingRow) => void
  readonly onDelete: (row: MappingRow) => void
}

export function MappingTable({ rows, required, tried, findings, onEdit, onDelete }: MappingTableProps) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const isTight = isNarrow || tried !== undefined
  return (
    <Table size="small" aria-label={words.attributeMappings}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{words.targetColumn}</TableHeaderCell>
          <TableHeaderCell>{words.sourceColumn}</TableHeaderCell>
          {isNarrow ? null : <TableHeaderCell className={styles.number}>{words.precedence}</TableHeaderCell>}
          {tried && !isNarrow ? <TableHeaderCell>{`${tried.name} gets`}</TableHeaderCell> : null}
          <TableHeaderCell className={isTight ? styles.actsNarrow : styles.acts}>Acts</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => {
          const gives = triedText(tried?.rows.find(({ target }) => target === row.target))
          return (
            <TableRow key={row.target}>
              <TableCell className={styles.text}>{row.target}</TableCell>
              <TableCell className={styles.text}>
                {sourceText(row)}
                {tried && isNarrow ? <div className={styles.gives}>{`= ${gives}`}</div> : null}
                <FindingList findings={findingsOf(findings, row.target)} />
              </TableCell>
              {isNarrow ? null : <TableCell>{row.matchingPriority > 0 ? row.matchingPriority : ''}</TableCell>}
              {tried && !isNarrow ? <TableCell className={styles.text}>{gives}</TableCell> : null}
              <TableCell>
                <RowActs
                  target={row.target}
                  isTight={isTight}
                  canDelete={canBeDeleted(rows, row, required)}
                  onEdit={() => onEdit(row)}
                  onDelete={() => onDelete(row)}
                />
              </TableCell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}

interface RowActsProps {
  readonly target: string
  /** There is room for icons only. */
  readonly isTight: boolean
  readonly canDelete: boolean
  readonly onEdit: () => void
  readonly onDelete: () => void
}

function RowActs({ target, isTight, canDelete, onEdit, onDelete }: RowActsProps) {
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<EditRegular />}
        aria-label={`${words.editRow} ${target}`}
        onClick={onEdit}
      >
        {isTight ? null : words.editRow}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={`${words.deleteRow} ${target}`}
        disabled={!canDelete}
        onClick={onDelete}
      >
        {isTight ? null : words.deleteRow}
      </Button>
    </>
  )
}
