import { editDistance } from '@scimulator/shared/nearest'
import type { ExpressionFunction } from './expression-function.ts'
import { appRoleAssignmentsComplex } from './functions/app-role-assignments-complex.ts'
import { append } from './functions/append.ts'
import { assertiveAppRoleAssignmentsComplex } from './functions/assertive-app-role-assignments-complex.ts'
import { bitAnd } from './functions/bit-and.ts'
import { cBool } from './functions/cbool.ts'
import { cDate } from './functions/cdate.ts'
import { coalesce } from './functions/coalesce.ts'
import { convertFromBase64 } from './functions/convert-from-base64.ts'
import { convertToBase64 } from './functions/convert-to-base64.ts'
import { convertToUtf8Hex } from './functions/convert-to-utf8-hex.ts'
import { count } from './functions/count.ts'
import { cStr } from './functions/cstr.ts'
import { dateAdd } from './functions/date-add.ts'
import { dateDiff } from './functions/date-diff.ts'
import { dateFromNum } from './functions/date-from-num.ts'
import { defaultDomain } from './functions/default-domain.ts'
import { error } from './functions/error.ts'
import { formatDateTime } from './functions/format-date-time.ts'
import { guid } from './functions/guid.ts'
import { ignoreFlowIfNullOrEmpty } from './functions/ignore-flow-if-null-or-empty.ts'
import { iif } from './functions/iif.ts'
import { inStr } from './functions/in-str.ts'
import { isNull } from './functions/is-null.ts'
import { isNullOrEmpty } from './functions/is-null-or-empty.ts'
import { isPresent } from './functions/is-present.ts'
import { isString } from './functions/is-string.ts'
import { item } from './functions/item.ts'
import { join } from './functions/join.ts'
import { left } from './functions/left.ts'
import { len } from './functions/len.ts'
import { mid } from './functions/mid.ts'
import { normalizeDiacritics } from './functions/normalize-diacritics.ts'
import { not } from './functions/not.ts'
import { now } from './functions/now.ts'
import { numFromDate } from './functions/num-from-date.ts'
import { pCase } from './functions/pcase.ts'
import { randomString } from './functions/random-string.ts'
import { redact } from './functions/redact.ts'
import { removeDuplicates } from './functions/remove-duplicates.ts'
import { replace } from './functions/replace.ts'
import { selectUniqueValue } from './functions/select-unique-value.ts'
import { singleAppRoleAssignment } from './functions/single-app-role-assignment.ts'
import { split } from './functions/split.ts'
import { stripSpaces } from './functions/strip-spaces.ts'
import { switchFunction } from './functions/switch.ts'
import { toLower } from './functions/to-lower.ts'
import { toUpper } from './functions/to-upper.ts'
import { trim } from './functions/trim.ts'
import { word } from './functions/word.ts'

/** Every function of the language, by name. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  append,
  appRoleAssignmentsComplex,
  assertiveAppRoleAssignmentsComplex,
  bitAnd,
  cBool,
  coalesce,
  convertFromBase64,
  convertToBase64,
  convertToUtf8Hex,
  count,
  cStr,
  defaultDomain,
  error,
  guid,
  ignoreFlowIfNullOrEmpty,
  iif,
  inStr,
  isNull,
  isNullOrEmpty,
  isPresent,
  isString,
  item,
  join,
  left,
  len,
  mid,
  normalizeDiacritics,
  not,
  now,
  pCase,
  randomString,
  redact,
  removeDuplicates,
  selectUniqueValue,
  singleAppRoleAssignment,
  split,
  stripSpaces,
  switchFunction,
  toLower,
  toUpper,
  cDate,
  dateAdd,
  dateDiff,
  dateFromNum,
  numFromDate,
  formatDateTime,
  replace,
  trim,
  word,
]

const byLowerCase: ReadonlyMap<string, ExpressionFunction> = new Map(
  expressionFunctions.map((one) => [one.name.toLowerCase(), one]),
)

/** The function of a name, in any case: Microsoft's own page writes `switch(` once. Null when there is none. */
export function findFunction(name: string): ExpressionFunction | null {
  return byLowerCase.get(name.toLowerCase()) ?? null
}

/** Name of the function that a misspelled name most likely means; null when nothing is near. */
export function nearestFunctionName(name: string): string | null {
  const near = expressionFunctions
    .map((one) => ({ name: one.name, distance: editDistance(one.name.toLowerCase(), name.toLowerCase().slice(0, 40)) }))
    .filter((one) => one.distance <= Math.max(1, Math.floor(one.name.length / 3)))
    .sort((left, right) => left.distance - right.distance)
  return near[0]?.name ?? null
}
