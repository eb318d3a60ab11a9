import { defineVerb } from '@scimulator/shared/behaviour'
import type { EntraContext } from '../context.ts'
import { MappingRow, saveRow } from './mapping-row.ts'

/** As the button Add New Mapping: the target must not be mapped yet. */
export const addMappingVerb = (context: EntraContext) =>
  defineVerb({
    name: 'add-mapping',
    describes: 'Adds a mapping row (Lark D05).',
    input: MappingRow,
    run: (row) => saveRow(context, row, true),
  })
