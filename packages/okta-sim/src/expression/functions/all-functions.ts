import type { ExpressionFunction } from '../expression-function.ts'
import { ARRAY_FUNCTIONS } from './array-functions.ts'
import { CONVERT_FUNCTIONS } from './convert-functions.ts'
import { STRING_FUNCTIONS } from './string-functions.ts'

export const FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map(
  Object.entries({ ...STRING_FUNCTIONS, ...ARRAY_FUNCTIONS, ...CONVERT_FUNCTIONS }),
)
