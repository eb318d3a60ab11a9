import { activeExpression } from '../presets/object-mapping.ts'
import { everywhere, type LintContext, type LintRow, type LintRule, type Report } from './finding.ts'
import { attributesIn } from './trees.ts'

/** Rules about who a user is and whether the account is active. */
export const identityRules: readonly LintRule[] = [
  {
    id: 'active-not-from-IsSoftDeleted',
    severity: 'error',
    profiles: everywhere,
    why:
      'IsSoftDeleted is true when a user is unassigned, leaves the scope, is deleted or disabled; accountEnabled knows ' +
      'only the last, so people who lose access stay active.',
    source: 'Microsoft: Customize attribute mappings (IsSoftDeleted); cloudflare-docs#30543',
    check: checkActive,
  },
  {
    id: 'externalId-not-objectId',
    severity: 'warning',
    profiles: everywhere,
    why: 'objectId never changes and is never given to another user; a nickname does and is.',
    source: 'Microsoft: Develop a SCIM endpoint (externalId); Lark B14',
    check: ({ rows }) =>
      rows
        .filter((row) => row.path?.schema === null && row.path.attribute === 'externalId' && row.tree !== null)
        .filter((row) => !(row.tree?.kind === 'attribute' && row.tree.name === 'objectId'))
        .map((row) => ({
          row,
          offset: 0,
          message: `externalId comes from ${row.text}.`,
          suggestion: 'Map it from [objectId].',
        })),
  },
]

function checkActive({ rows, isUser }: LintContext): readonly Report[] {
  if (!isUser) return []
  const row = rows.find((one) => one.mapping.targetAttributeName === 'active')
  if (row === undefined) {
    const message = 'active is not mapped, so a user who loses access is not disabled.'
    return [{ row: null, message, suggestion: `Add active from ${activeExpression}.` }]
  }
  return isFromSoftDelete(row)
    ? []
    : [
        {
          row,
          offset: 0,
          message: `active comes from ${row.text ?? 'nothing'}, not from IsSoftDeleted.`,
          suggestion: `Write ${activeExpression}.`,
        },
      ]
}

/** A row that does not parse has a finding of its own. */
function isFromSoftDelete(row: LintRow): boolean {
  return (row.text !== null && row.tree === null) || attributesIn(row.tree).includes('IsSoftDeleted')
}
