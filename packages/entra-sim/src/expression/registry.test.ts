import { expect, test } from 'vitest'
import { expressionFunctions, findFunction } from './registry.ts'

const listed =
  'Append AppRoleAssignmentsComplex BitAnd CBool CDate Coalesce ConvertToBase64 ConvertToUTF8Hex Count CStr DateAdd ' +
  'DateDiff DateFromNum DefaultDomain FormatDateTime Guid IgnoreFlowIfNullOrEmpty IIF InStr IsNull IsNullOrEmpty ' +
  'IsPresent IsString Item Join Left Len Mid NormalizeDiacritics Not Now NumFromDate PCase RandomString Redact ' +
  'RemoveDuplicates Replace SelectUniqueValue SingleAppRoleAssignment Split StripSpaces Switch ToLower ToUpper Word'

test('the functions of the reference are all there, and no other is marked as listed', () => {
  const names = expressionFunctions.filter((one) => one.listed).map((one) => one.name)
  expect([...names].sort()).toEqual(listed.split(' ').sort())
  expect(names).toHaveLength(45)
})

test('names are found in any case, and only whole names', () => {
  expect(findFunction('instr')?.name).toBe('InStr')
  expect(findFunction('toString')).toBeNull()
  expect(findFunction('__proto__')).toBeNull()
})
