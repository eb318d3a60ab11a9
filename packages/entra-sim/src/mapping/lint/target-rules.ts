import { followsPattern, isCustom, isLeftOutOfPost } from '../custom-attributes.ts'
import { everywhere, type LintContext, type LintRow, type LintRule, type Report } from './finding.ts'
import { callsIn } from './trees.ts'

const customize = 'Microsoft: Customize attribute mappings'

/** Rules about the target side of the rows. */
export const targetRules: readonly LintRule[] = [
  {
    id: 'target-path-invalid',
    severity: 'error',
    profiles: everywhere,
    why: 'The service cannot place the value in the SCIM resource.',
    source: customize,
    check: ({ rows }) =>
      rows
        .filter((row) => row.path === null)
        .map((row) => ({
          row,
          message: `"${row.mapping.targetAttributeName}" is no target path.`,
          suggestion: 'Write attr, attr.sub, attr[type eq "work"].sub or urn:…:User:attr.',
        })),
  },
  {
    id: 'target-unknown',
    severity: 'warning',
    profiles: everywhere,
    why: 'A target attribute must be in the attribute list of the application before it can be mapped.',
    source: customize,
    check: (context) => context.rows.flatMap((row) => unknownTarget(row, context)),
  },
  {
    id: 'custom-attribute-not-in-post',
    severity: 'warning',
    profiles: everywhere,
    why: 'The value is missing when a person is created, and comes with a later change only.',
    source: `${customize}; Immuta knowledge base; scim-for-keycloak#139`,
    check: ({ rows }) =>
      rows
        .filter(({ path }) => path !== null && isLeftOutOfPost(path))
        .map((row) => ({
          row,
          message: `${row.mapping.targetAttributeName} is not named as Microsoft documents custom attributes.`,
          suggestion: 'Name it urn:ietf:params:scim:schemas:extension:<Name>:2.0:User:<Attribute>.',
        })),
  },
  {
    id: 'custom-attribute-multi-valued',
    severity: 'warning',
    profiles: everywhere,
    why: 'Values are only ever added: what is gone in the source stays at the target. Microsoft does not support it for apps of one’s own.',
    source: `${customize}; Microsoft Q&A 1693075`,
    check: ({ rows, targetDefinition }) =>
      rows
        .filter(({ path }) => path !== null && isCustom(path) && followsPattern(path))
        .filter((row) => isMultiValued(row, targetDefinition))
        .map((row) => ({
          row,
          message: `${row.mapping.targetAttributeName} has several values.`,
          suggestion: 'Send one text, such as Join(",", [attribute]), and let the target part it.',
        })),
  },
  {
    id: 'target-mapped-twice',
    severity: 'error',
    profiles: everywhere,
    why: 'Each target attribute may be mapped once; which of two rows would win is not defined.',
    source: customize,
    check: ({ rows }) => rows.flatMap((row) => mappedBefore(row, rows)),
  },
  {
    id: 'target-required-not-mapped',
    severity: 'error',
    profiles: everywhere,
    why: 'Without a value for a required attribute no object is created.',
    source: 'Graph: synchronization attributeDefinition (required)',
    check: ({ rows, targetDefinition }) =>
      targetDefinition.attributes
        .filter((one) => one.required && !rows.some((row) => row.mapping.targetAttributeName === one.name))
        .map((one) => ({
          row: null,
          message: `The required target attribute ${one.name} has no mapping.`,
          suggestion: `Add a mapping to ${one.name}.`,
        })),
  },
  {
    id: 'target-not-writable',
    severity: 'error',
    profiles: everywhere,
    why: 'The target assigns id by itself, entitlements are not supported, and neither can be written.',
    source: customize,
    check: ({ rows }) =>
      rows
        .filter((row) => row.path?.schema === null && /^(id|entitlements|meta|schemas)$/i.test(row.path.attribute))
        .map((row) => ({
          row,
          message: `${row.mapping.targetAttributeName} must not be mapped.`,
          suggestion: 'Delete the mapping; use externalId for an id of your own.',
        })),
  },
  {
    id: 'matching-missing',
    severity: 'error',
    profiles: everywhere,
    why: 'Without a matching attribute the service cannot find an object that is there already.',
    source: customize,
    check: ({ rows }) =>
      rows.some((row) => row.mapping.matchingPriority > 0)
        ? []
        : [
            {
              row: null,
              message: 'No mapping is used for matching.',
              suggestion: 'Give one mapping, such as userName, the matching precedence 1.',
            },
          ],
  },
  {
    id: 'matching-not-possible',
    severity: 'error',
    profiles: everywhere,
    why: 'A value that is made unique or has several elements cannot be looked for with a filter.',
    source: customize,
    check: (context) => context.rows.flatMap((row) => unmatchable(row, context)),
  },
  {
    id: 'default-only-on-create',
    severity: 'info',
    profiles: everywhere,
    why: '"Default value if null" acts when an object is created, not when it is updated.',
    source: customize,
    check: ({ rows }) =>
      rows
        .filter((row) => row.mapping.source !== null && (row.mapping.defaultValue ?? '') !== '')
        .filter((row) => row.mapping.flowType !== 'ObjectAddOnly')
        .map((row) => ({
          row,
          message: `The default "${row.mapping.defaultValue}" is not written when the source becomes empty later.`,
          suggestion: 'Put the default into the expression, such as Coalesce([attribute], "default").',
        })),
  },
]

/** As the attribute list says, or by what is mapped to it. */
function isMultiValued({ mapping, text }: LintRow, { attributes }: LintContext['targetDefinition']): boolean {
  const isListed = attributes.some((one) => one.name === mapping.targetAttributeName && one.multivalued)
  return isListed || /^\s*Split\(/.test(text ?? '')
}

/** Custom extensions are added by hand and pass. */
function unknownTarget(row: LintRow, { targetDefinition }: LintContext): readonly Report[] {
  const name = row.mapping.targetAttributeName
  const isKnown = targetDefinition.attributes.some((one) => one.name === name)
  const isCustom = row.path?.schema !== null && !/:enterprise:2\.0:User$/.test(row.path?.schema ?? '')
  if (isKnown || row.path === null || isCustom) return []
  const sameLetters = targetDefinition.attributes.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const suggestion =
    sameLetters === undefined ? 'Add it to the attribute list of the application.' : `Write ${sameLetters.name}.`
  return [{ row, message: `The target has no attribute ${name}.`, suggestion }]
}

function mappedBefore(row: LintRow, rows: readonly LintRow[]): readonly Report[] {
  const key = keyOf(row)
  const first = rows.find((other) => keyOf(other) === key)
  if (first === undefined || first.index === row.index) return []
  const message = `${row.mapping.targetAttributeName} is mapped a second time; row ${first.index + 1} maps it already.`
  return [{ row, message, suggestion: 'Delete one of the two, or join them in one expression with Coalesce or IIF.' }]
}

function keyOf(row: LintRow): string {
  return row.mapping.targetAttributeName.replace(/\s+/g, ' ').toLowerCase()
}

function unmatchable(row: LintRow, { targetDefinition }: LintContext): readonly Report[] {
  if (row.mapping.matchingPriority <= 0) return []
  const definition = targetDefinition.attributes.find((one) => one.name === row.mapping.targetAttributeName)
  const isUnique = callsIn(row.tree, 'SelectUniqueValue').length > 0
  if (!isUnique && definition?.multivalued !== true) return []
  const reason = isUnique ? 'SelectUniqueValue cannot be matched on' : 'a multi-valued attribute cannot be matched on'
  const suggestion = 'Match on an attribute whose value is stable, such as userName or externalId.'
  return [{ row, message: `${row.mapping.targetAttributeName} is a matching attribute, but ${reason}.`, suggestion }]
}
