// Convert.* (O813).
import type { ExpressionFunction } from '../expression-function.ts'
import { Failure, type Value } from '../value.ts'

export const CONVERT_FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  'Convert.toInt': { least: 1, most: 1, run: ([value]) => Math.round(numberOf(value)) },
  'Convert.toNum': { least: 1, most: 1, run: ([value]) => numberOf(value) },
}

function numberOf(value: Value | undefined): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new Failure('A number was expected.')
  return number
}
