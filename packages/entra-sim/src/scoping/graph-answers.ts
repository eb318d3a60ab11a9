import { filterOperators } from './filter-operator.ts'

/** Graph filterOperatorSchema. */
export interface FilterOperatorSchema {
  readonly name: string
  readonly arity: 'Unary' | 'Binary'
  readonly multivaluedComparisonType: 'All' | 'Any'
  readonly supportedAttributeTypes: readonly string[]
}

/** The answer of `…/schema/filterOperators`: the operators of scoping filters. */
export function filterOperatorSchemas(): FilterOperatorSchema[] {
  return filterOperators.map(({ name, arity, supportedAttributeTypes }) => {
    const isNegation = name.startsWith('NOT') || name.startsWith('!')
    return { name, arity, multivaluedComparisonType: isNegation ? 'All' : 'Any', supportedAttributeTypes }
  })
}
