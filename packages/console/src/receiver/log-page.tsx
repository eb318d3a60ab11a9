// What both logs of the receiver have: who looks, a file of what is shown, and from when to when.
import { Field, Input } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ExportRows } from '../parts/export-rows.tsx'
import { ListDetails, type ListDetailsProps } from '../parts/list-details.tsx'
import type { Views } from '../source/source.ts'
import { useActing } from './acting.ts'
import { ActingAs } from './acting-as.tsx'
import { words } from './words.ts'

type LogName = keyof Views & `lark.${'admin' | 'sync'}-log`

/** The newest first. */
export function LogPage<Name extends LogName>({
  query,
  ...page
}: Omit<ListDetailsProps<Name>, 'tools' | 'sort' | 'query'> & { readonly query: object }) {
  const asked = { ...useActing(), ...query }
  const { title, view, columns } = page
  const list = { title, view, columns, query: asked, sort: '-at' }
  return (
    <ListDetails
      {...page}
      {...list}
      tools={
        <>
          <ActingAs />
          <ExportRows label={words.export} {...list} />
        </>
      }
    />
  )
}

interface TimeFieldsProps {
  readonly start: string
  readonly end: string
  readonly onChange: (change: { readonly start: string } | { readonly end: string }) => void
}

/** In UTC, to the minute. */
export function TimeFields({ start, end, onChange }: TimeFieldsProps): ReactNode {
  return (
    <>
      <Field label={words.startTime}>
        <Input type="datetime-local" value={start} onChange={(_event, { value }) => onChange({ start: value })} />
      </Field>
      <Field label={words.endTime}>
        <Input type="datetime-local" value={end} onChange={(_event, { value }) => onChange({ end: value })} />
      </Field>
    </>
  )
}
