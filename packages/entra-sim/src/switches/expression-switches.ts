// What the mapping language makes of doubtful cases.
import { defineSwitch } from '@scimulator/shared/behaviour'

export const EXPRESSION_SWITCHES = {
  iifBranches: defineSwitch({
    id: 'iifBranches',
    values: ['eager', 'lazy'],
    default: 'eager',
    grade: 'observed',
    source: 'a production report of 2026-06: the unused branch of IIF fails the attribute',
    describes: 'Whether IIF evaluates the branch that it does not take.',
  }),
  iifNullCondition: defineSwitch({
    id: 'iifNullCondition',
    values: ['compare', 'fails'],
    default: 'compare',
    grade: 'decided',
    source: 'Microsoft: Reference for writing expressions, against the Workday guide',
    describes: 'Whether a null in the condition of IIF is compared, or makes the condition false.',
  }),
  switchBranches: defineSwitch({
    id: 'switchBranches',
    values: ['lazy', 'eager'],
    default: 'lazy',
    grade: 'inferred',
    source: 'Microsoft: SuccessFactors guide: a default that would overflow is not evaluated while a key matches',
    describes: 'Whether Switch evaluates branches that it does not take.',
  }),
  switchDefault: defineSwitch({
    id: 'switchDefault',
    values: ['value', 'null'],
    default: 'value',
    grade: 'documented',
    source: 'Microsoft: Reference for writing expressions (known defect)',
    describes: 'Whether the default of Switch flows.',
  }),
  coalesceEmpty: defineSwitch({
    id: 'coalesceEmpty',
    values: ['value', 'null'],
    default: 'value',
    grade: 'documented',
    source: 'Microsoft: Reference for writing expressions, against the SuccessFactors guide',
    describes: 'Whether an empty text counts as a value for Coalesce.',
  }),
  splitItems: defineSwitch({
    id: 'splitItems',
    values: ['trim', 'keep'],
    default: 'trim',
    grade: 'documented',
    source: 'Microsoft: Reference for writing expressions (result of Split)',
    describes: 'Whether Split trims its items.',
  }),
  severalAppRoles: defineSwitch({
    id: 'severalAppRoles',
    values: ['error', 'first'],
    default: 'error',
    grade: 'observed',
    source: 'azure-docs#42487',
    describes: 'What SingleAppRoleAssignment makes of several roles.',
  }),
  twoDigitYearMax: defineSwitch({
    id: 'twoDigitYearMax',
    values: ['2049', '2029'],
    default: '2049',
    grade: 'inferred',
    source: '.NET 8 breaking change: TwoDigitYearMax default is 2049; dotnet/runtime#75148',
    describes: 'Latest year that FormatDateTime understands by two digits (yy).',
  }),
}
