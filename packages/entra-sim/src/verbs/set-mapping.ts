import { defineVerb } from '@scimulator/shared/behaviour'
import type { EntraContext } from '../context.ts'
import { MappingRow, saveRow } from './mapping-row.ts'

export const setMappingVerb = (context: EntraContext) =>
  defineVerb({
    name: 'set-mapping',
    describes: 'Adds or changes a mapping row.',
    input: MappingRow,
    run: (row) => saveRow(context, row, false),
  })
