import { type ExpressionError, parseExpression } from '../../expression/index.ts'
import type {
  DirectoryDefinition,
  ObjectDefinition,
  ObjectMapping,
  SynchronizationSchema,
} from '../../schema/synchronization-schema.ts'
import { textFromSource } from '../attribute-mapping-source.ts'
import { sourceGroupDefinition, sourceUserDefinition } from '../presets/source-attributes.ts'
import { targetGroupDefinition, targetUserDefinition } from '../presets/target-attributes.ts'
import { parseTargetPath } from '../target-path.ts'
import { expressionRules } from './expression-rules.ts'
import type { Finding, LintContext, LintProfile, LintRow, LintRule, Report } from './finding.ts'
import { identityRules } from './identity-rules.ts'
import { iifRules } from './iif-rules.ts'
import { larkRules } from './lark-rules.ts'
import { roleRules } from './role-rules.ts'
import { scopeRules } from './scope-rules.ts'
import { switchRules } from './switch-rules.ts'
import { targetRules } from './target-rules.ts'
import { valueRules } from './value-rules.ts'

/** Every rule, in the order in which findings of one row are told. */
export const lintRules: readonly LintRule[] = [
  ...targetRules,
  ...identityRules,
  ...expressionRules,
  ...switchRules,
  ...iifRules,
  ...roleRules,
  ...valueRules,
  ...larkRules,
  ...scopeRules,
]

/** What to lint against; definitions default to those of a non-gallery SCIM application. */
export interface LintOptions {
  readonly profile: LintProfile
  readonly sourceDefinition?: ObjectDefinition
  readonly targetDefinition?: ObjectDefinition
}

/** Findings of one object mapping, in the order of its rows; those about the whole come first. */
export function lintObjectMapping(objectMapping: ObjectMapping, options: LintOptions): Finding[] {
  const isUser = !/Group$/i.test(objectMapping.targetObjectName)
  const context: LintContext = {
    profile: options.profile,
    objectMapping,
    isUser,
    sourceDefinition: options.sourceDefinition ?? (isUser ? sourceUserDefinition : sourceGroupDefinition),
    targetDefinition: options.targetDefinition ?? (isUser ? targetUserDefinition : targetGroupDefinition),
    rows: objectMapping.attributeMappings.map(readRow),
  }
  const rules = lintRules.filter((rule) => rule.profiles.includes(options.profile))
  const found = rules.flatMap((rule) => rule.check(context).map((report) => finding(rule, report, context)))
  return found.sort((left, right) => left.position.index - right.position.index)
}

/** Findings of every object mapping of a synchronizationSchema, each against the directories that the schema names. */
export function lintSynchronizationSchema(schema: SynchronizationSchema, profile: LintProfile): Finding[] {
  return schema.synchronizationRules.flatMap((rule, ruleIndex) =>
    rule.objectMappings.flatMap((objectMapping, index) => {
      const source = definitionOf(schema.directories, rule.sourceDirectoryName, objectMapping.sourceObjectName)
      const target = definitionOf(schema.directories, rule.targetDirectoryName, objectMapping.targetObjectName)
      const findings = lintObjectMapping(objectMapping, {
        profile,
        ...(source === undefined ? {} : { sourceDefinition: source }),
        ...(target === undefined ? {} : { targetDefinition: target }),
      })
      const above = ['synchronizationRules', ruleIndex, 'objectMappings', index]
      return findings.map((one) => ({ ...one, position: { ...one.position, path: [...above, ...one.position.path] } }))
    }),
  )
}

/** A definition without attributes says nothing and is passed over. */
function definitionOf(
  directories: readonly DirectoryDefinition[],
  directory: string,
  object: string,
): ObjectDefinition | undefined {
  const found = directories.find((one) => one.name === directory)?.objects.find((one) => one.name === object)
  return found === undefined || found.attributes.length === 0 ? undefined : found
}

function readRow(mapping: ObjectMapping['attributeMappings'][number], index: number): LintRow {
  const text = mapping.source === null ? null : textFromSource(mapping.source)
  const parsed = text === null ? null : parseExpression(text)
  return { index, mapping, path: parseTargetPath(mapping.targetAttributeName), text, tree: treeOf(parsed) }
}

function treeOf(parsed: ReturnType<typeof parseExpression> | null): LintRow['tree'] {
  return parsed?.ok === true ? parsed.tree : null
}

function finding(rule: LintRule, report: Report, context: LintContext): Finding {
  const { id, severity, why, source } = rule
  const place = report.offset === undefined ? null : placeIn(report.row?.text ?? '', report.offset)
  return {
    rule: id,
    severity,
    position: {
      objectMapping: context.objectMapping.name,
      path: report.row === null ? [] : ['attributeMappings', report.row.index],
      index: report.row?.index ?? -1,
      targetAttributeName: report.row?.mapping.targetAttributeName ?? null,
      offset: report.offset ?? null,
      line: place?.line ?? null,
      column: place?.column ?? null,
    },
    message: report.message,
    why,
    source,
    suggestion: report.suggestion,
  }
}

function placeIn(text: string, offset: number): Pick<ExpressionError, 'line' | 'column'> {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
