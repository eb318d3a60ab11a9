import { Select } from '@fluentui/react-components'
import type { Column } from './column.ts'
import { useViewState } from './view-state.ts'

type Asked = Pick<Column<never>, 'field' | 'label' | 'choices'>

/** What the address asks of the columns that can be chosen by, as words of a query: `status:Active`. */
export function askedOf(
  columns: readonly Asked[],
  state: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return columns.flatMap(({ field, choices }) => {
    const value = state[field]
    return choices === undefined || value === undefined ? [] : [`${field}:${value}`]
  })
}

/** One choice for each column that has one; none is all. */
export function ListFilters({ columns }: { readonly columns: readonly Asked[] }) {
  const { state, set } = useViewState()
  return columns.map(({ field, label, choices }) =>
    choices === undefined ? null : (
      <Select
        key={field}
        aria-label={label}
        value={state[field] ?? ''}
        onChange={(_event, { value }) => set({ [field]: value, open: undefined }, { replace: true })}
      >
        <option value="">{`${label}: all`}</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
    ),
  )
}
