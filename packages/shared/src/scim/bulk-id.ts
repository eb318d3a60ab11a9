import { ScimError } from './scim-error.ts'
import { lenient, type Strictness } from './tolerances.ts'

/**
 * RFC 7644 §3.7: a POST of a bulk request has a bulkId.
 * @param where `Operations[0]`
 * @throws ScimError invalidSyntax where its lack is refused
 */
export function checkBulkId(bulkId: string | undefined, where: string, strictness: Strictness = lenient): void {
  if (bulkId !== undefined || !strictness.has('missingBulkId')) return
  throw new ScimError('invalidSyntax', `${where}.bulkId is missing; POST requires it.`)
}
