// A row of an attribute mapping as the portal's panel Edit Attribute has it.

import { AttributeMapping } from '../schema/synchronization-schema.ts'
import { sourceFromText, textFromSource } from './attribute-mapping-source.ts'

export interface MappingRowInput {
  readonly target: string
  readonly type: 'Direct' | 'Constant' | 'Expression' | 'None'
  /** Attribute name, constant text or expression. */
  readonly source?: string | undefined
  readonly matchingPriority?: number | undefined
  readonly defaultValue?: string | undefined
  readonly apply?: 'Always' | 'Only during object creation' | undefined
}

export interface ShownMappingRow extends MappingRowInput {
  readonly source: string
  readonly matchingPriority: number
  readonly defaultValue: string
  readonly apply: 'Always' | 'Only during object creation'
}

/** Without a source attribute, constant or expression `source` is empty, as is `defaultValue` without a default. */
export function shownRow(row: AttributeMapping): ShownMappingRow {
  const { source, targetAttributeName, matchingPriority, defaultValue, flowType } = row
  return {
    target: targetAttributeName,
    type: typeOf(source),
    source: source === null ? '' : source.type === 'Function' ? textFromSource(source) : (source.name ?? ''),
    matchingPriority,
    defaultValue: defaultValue ?? '',
    apply: flowType === 'ObjectAddOnly' ? 'Only during object creation' : 'Always',
  }
}

function typeOf(source: AttributeMapping['source']): MappingRowInput['type'] {
  if (source === null) return 'None'
  if (source.type === 'Constant') return 'Constant'
  return source.type === 'Function' ? 'Expression' : 'Direct'
}

/** The object mapping's rows, in the order of those given; a row that nobody has changed is kept as it is. */
export function rowsOf(
  before: readonly AttributeMapping[],
  wanted: readonly MappingRowInput[],
  made: (row: MappingRowInput) => AttributeMapping,
): readonly AttributeMapping[] {
  return wanted.map((row) => {
    const kept = before.find(({ targetAttributeName }) => targetAttributeName === row.target)
    return kept && isSame(shownRow(kept), row) ? kept : made(row)
  })
}

function isSame(shown: ShownMappingRow, row: MappingRowInput): boolean {
  return (
    shown.type === row.type &&
    shown.source === (row.source ?? '') &&
    shown.matchingPriority === (row.matchingPriority ?? 0) &&
    shown.defaultValue === (row.defaultValue ?? '') &&
    shown.apply === (row.apply ?? 'Always')
  )
}

/** A row as the portal's dialog asks for it, in Graph's shape. The expression must parse. */
export function attributeMappingOf(row: MappingRowInput): AttributeMapping {
  return AttributeMapping.parse({
    targetAttributeName: row.target,
    source: sourceOf(row),
    defaultValue: row.defaultValue ?? null,
    flowType: row.apply === 'Only during object creation' ? 'ObjectAddOnly' : 'Always',
    matchingPriority: row.matchingPriority ?? 0,
  })
}

function sourceOf({ type, source = '' }: MappingRowInput): AttributeMapping['source'] {
  switch (type) {
    case 'None':
      return null
    case 'Direct':
      return sourceFromText(`[${source}]`)
    case 'Constant':
      return { type: 'Constant', name: source, expression: JSON.stringify(source), parameters: [] }
    case 'Expression':
      return sourceFromText(source)
  }
}
