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
import type { ListedAttribute } from './attribute-draft.ts'

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere', padding: '6px 8px' },
  type: { width: '96px' },
  flag: { width: '104px' },
  acts: { width: '84px' },
})

interface AttributeTableProps {
  readonly attributes: readonly ListedAttribute[]
  /** By which the object is known; nobody takes it away. */
  readonly primaryKeys: readonly string[]
  readonly onEdit: (attribute: ListedAttribute) => void
  readonly onDelete: (attribute: ListedAttribute) => void
}

export function AttributeTable({ attributes, primaryKeys, onEdit, onDelete }: AttributeTableProps) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const flags = [words.primaryKey, words.required, words.multiValue, words.exactCase]
  return (
    <Table size="small" aria-label={words.editAttributeList}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{words.name}</TableHeaderCell>
          <TableHeaderCell className={styles.type}>{words.type}</TableHeaderCell>
          {isNarrow ? null : flags.map((flag) => <Flag key={flag}>{flag}</Flag>)}
          <TableHeaderCell className={styles.acts}>Acts</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {attributes.map((one) => (
          <TableRow key={one.name}>
            <TableCell className={styles.text}>{one.name}</TableCell>
            <TableCell className={styles.text}>{one.type}</TableCell>
            {isNarrow
              ? null
              : [primaryKeys.includes(one.name), one.required, one.multiValued, one.exactCase].map((isOn, at) => (
                  <TableCell key={flags[at]}>{isOn ? words.yes : ''}</TableCell>
                ))}
            <TableCell>
              <Button
                size="small"
                appearance="subtle"
                icon={<EditRegular />}
                aria-label={`${words.editRow} ${one.name}`}
                onClick={() => onEdit(one)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`${words.deleteRow} ${one.name}`}
                disabled={primaryKeys.includes(one.name)}
                onClick={() => onDelete(one)}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function Flag({ children }: { readonly children: string }) {
  return <TableHeaderCell className={useStyles().flag}>{children}</TableHeaderCell>
}
