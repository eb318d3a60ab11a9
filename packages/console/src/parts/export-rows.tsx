import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ViewName, ViewQuery, Views } from '../source/source.ts'
import { useReader } from '../source/use-view.ts'
import type { Column } from './column.ts'
import { csvOf } from './csv.ts'
import { askedOf } from './list-filters.tsx'
import { saveFile } from './save-file.ts'
import { useViewState } from './view-state.ts'

export interface ExportRowsProps<Name extends ViewName> {
  readonly label: string
  /** What the file is called. */
  readonly title: string
  readonly view: Name
  readonly query: ViewQuery
  readonly columns: readonly Column<Views[Name]>[]
  readonly sort: string
}

const AT_ONCE = 1_000

/** All entries that the list has as it is narrowed now, as one file. */
export function ExportRows<Name extends ViewName>(props: ExportRowsProps<Name>) {
  const { label, title, view, query, columns, sort } = props
  const { state } = useViewState()
  const read = useReader()
  const [isReading, tell] = useState(false)
  const save = async (): Promise<void> => {
    tell(true)
    const asked = { ...query, where: askedOf(columns, state), q: state.q, sort: state.sort ?? sort, limit: AT_ONCE }
    const rows: Record<string, unknown>[] = []
    for (let total = 1; rows.length < total; ) {
      const page = await read(view, { ...asked, offset: rows.length })
      if (page.items.length === 0) break
      rows.push(...page.items.map(({ value }) => ({ ...Object(value) })))
      total = page.total
    }
    saveFile(title, 'text/csv', csvOf(rows), 'csv')
    tell(false)
  }
  return (
    <Button icon={<ArrowDownloadRegular />} disabledFocusable={isReading} onClick={() => void save()}>
      {label}
    </Button>
  )
}
