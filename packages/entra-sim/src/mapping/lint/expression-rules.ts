import { checkAttributes, findFunction, parseExpression, walkExpression } from '../../expression/index.ts'
import { everywhere, type LintContext, type LintRow, type LintRule, type Report } from './finding.ts'
import { attributesIn, callsOf } from './trees.ts'

const reference = 'Microsoft: Reference for writing expressions for attribute mappings'

/** Rules about single expressions. */
export const expressionRules: readonly LintRule[] = [
  {
    id: 'expression-does-not-parse',
    severity: 'error',
    profiles: everywhere,
    why: 'The portal and Graph refuse to save it; Graph says only SchemaInvalid.',
    source: reference,
    check: ({ rows }) => rows.flatMap(parseError),
  },
  {
    id: 'source-unknown',
    severity: 'error',
    profiles: everywhere,
    why: 'Names of attributes are case-sensitive, and saving a wrong one fails with no more than SchemaInvalid.',
    source: 'azure-docs#58604; Microsoft: Known issues for provisioning',
    check: (context) => context.rows.flatMap((row) => unknownAttributes(row, context)),
  },
  {
    id: 'source-multivalued',
    severity: 'warning',
    profiles: everywhere,
    why: 'A list does not fit into a target attribute with a single value.',
    source: 'scimgateway#121; Graph: synchronization attributeDefinition (multivalued)',
    check: (context) => context.rows.flatMap((row) => listForSingleValue(row, context)),
  },
  {
    id: 'reference-in-expression',
    severity: 'error',
    profiles: everywhere,
    why: 'A reference is resolved to the id at the target; inside a function, or on a text target, it is not.',
    source: `${reference} (Switch: not for reference attributes)`,
    check: (context) => context.rows.flatMap((row) => misusedReferences(row, context)),
  },
  {
    id: 'function-spelling',
    severity: 'info',
    profiles: everywhere,
    why: 'The reference calls the syntax case-sensitive; another spelling works today, but Microsoft does not promise it.',
    source: reference,
    check: ({ rows }) => rows.flatMap(oddSpellings),
  },
  {
    id: 'select-unique-value-on-scim',
    severity: 'warning',
    profiles: everywhere,
    why: 'SelectUniqueValue is supported for HR-driven provisioning to Active Directory only.',
    source: reference,
    check: (context) =>
      callsOf(context, 'SelectUniqueValue').map(({ row, call }) => ({
        row,
        offset: call.span.start,
        message: 'SelectUniqueValue is used for a SCIM application.',
        suggestion: 'Map an attribute that is unique in the source, such as [userPrincipalName].',
      })),
  },
  {
    id: 'coalesce-keeps-empty',
    severity: 'info',
    profiles: everywhere,
    why: 'Coalesce looks for null; an attribute that holds empty text ends the search with nothing to send.',
    source: `${reference} (Coalesce)`,
    check: (context) =>
      callsOf(context, 'Coalesce').map(({ row, call }) => ({
        row,
        offset: call.span.start,
        message: 'Coalesce returns empty text when an earlier argument is "".',
        suggestion: 'Where that can happen, write Switch([a], [a], "", [b]).',
      })),
  },
  {
    id: 'pcase-apostrophe',
    severity: 'info',
    profiles: everywhere,
    why: 'Without word separators an apostrophe does not start a word, so O’Brien becomes O’brien.',
    source: `${reference} (PCase), .NET TextInfo.ToTitleCase`,
    check: (context) =>
      callsOf(context, 'PCase')
        .filter(({ call }) => (call.arguments[1] ?? null) === null)
        .map(({ row, call }) => ({
          row,
          offset: call.span.start,
          message: 'PCase without separators writes O’brien.',
          suggestion: `Give the separators, such as PCase([surname], " '-").`,
        })),
  },
  {
    id: 'datediff-now',
    severity: 'info',
    profiles: everywhere,
    why: 'DateDiff cuts elapsed time: tomorrow is 0 days away for most of the day.',
    source: `${reference} (DateDiff)`,
    check: (context) =>
      callsOf(context, 'DateDiff')
        .filter(({ call }) => call.arguments.some((one) => one?.kind === 'function' && /^now$/i.test(one.name)))
        .map(({ row, call }) => ({
          row,
          offset: call.span.start,
          message: 'DateDiff is counted from Now().',
          suggestion: 'Compare with one day of leeway.',
        })),
  },
]

function parseError(row: LintRow): readonly Report[] {
  const parsed = row.text === null ? null : parseExpression(row.text)
  if (parsed === null || parsed.ok) return []
  const { message, hint, caret, offset } = parsed.error
  const suggestion = hint ?? 'Correct the expression at that place.'
  return [{ row, offset, message: `${message}\n${caret}`, suggestion }]
}

function unknownAttributes(row: LintRow, { sourceDefinition }: LintContext): readonly Report[] {
  if (row.tree === null || row.text === null) return []
  const known = new Set(sourceDefinition.attributes.map((one) => one.name))
  return checkAttributes(row.text, row.tree, known).map(({ offset, message, hint }) => {
    return { row, offset, message, suggestion: hint ?? message }
  })
}

function listForSingleValue(row: LintRow, { sourceDefinition, targetDefinition }: LintContext): readonly Report[] {
  if (row.tree?.kind !== 'attribute' || row.tree.name === 'appRoleAssignments') return []
  const [name] = attributesIn(row.tree)
  const source = sourceDefinition.attributes.find((one) => one.name === name)
  const target = targetDefinition.attributes.find((one) => one.name === row.mapping.targetAttributeName)
  if (source?.multivalued !== true || target?.multivalued === true) return []
  const message = `${name} has several values, ${row.mapping.targetAttributeName} takes one.`
  return [{ row, offset: 0, message, suggestion: `Write Item([${name}], 1) or Join(",", [${name}]).` }]
}

function misusedReferences(row: LintRow, { sourceDefinition, targetDefinition }: LintContext): readonly Report[] {
  const isReference = (name: string): boolean =>
    sourceDefinition.attributes.some((one) => one.name === name && one.type === 'Reference')
  const [name] = attributesIn(row.tree).filter(isReference)
  if (name === undefined) return []
  const target = targetDefinition.attributes.find((one) => one.name === row.mapping.targetAttributeName)
  if (row.tree?.kind === 'attribute' && (target === undefined || target.type === 'Reference')) return []
  const message = `The reference ${name} is used ${row.tree?.kind === 'attribute' ? 'for a text target' : 'in a function'}.`
  return [{ row, offset: 0, message, suggestion: `Map [${name}] directly to a reference target, such as manager.` }]
}

function oddSpellings(row: LintRow): readonly Report[] {
  const nodes = row.tree === null ? [] : [...walkExpression(row.tree)]
  return nodes
    .filter((node) => node.kind === 'function')
    .flatMap((node) => {
      const canonical = findFunction(node.name)?.name ?? node.name
      if (canonical === node.name) return []
      const message = `${node.name} is spelled ${canonical} in the reference.`
      return [{ row, offset: node.span.start, message, suggestion: `Write ${canonical}.` }]
    })
}
