// Lark C03, field by field: who has written a member's value last. Only what differs from the member's own data source is kept.
import type { DataSource, FieldSource, FieldSources, MemberFacts, SourcedField } from '../values/member.ts'
import type { MemberAttribute, MemberNames } from './attribute-rule.ts'

type Sourced = Pick<MemberFacts, 'dataSource' | 'fieldSources'>

/** Of one field; values that were written before fields had sources have that of their member. */
function sourceOf({ dataSource, fieldSources = {} }: Sourced, field: SourcedField): FieldSource {
  return fieldSources[field] ?? dataSource
}

/** Of every field that is set, in the order of the fields. */
export function shownSources(facts: Sourced, names: MemberNames): FieldSources {
  const set = Object.entries(names).flatMap(([name, value]) => (value === undefined ? [] : [name as MemberAttribute]))
  return Object.fromEntries([...set, 'status' as const].map((field) => [field, sourceOf(facts, field)]))
}

/** After one of them has written these fields. */
export function writtenBy(
  source: FieldSource,
  facts: Sourced,
  fields: Iterable<SourcedField>,
): Pick<MemberFacts, 'fieldSources'> {
  const written = [...fields].map((field) => [field, source] as const)
  return exceptions(facts.dataSource, { ...facts.fieldSources, ...Object.fromEntries(written) })
}

/**
 * After a sync has written the member: what it assigns is its own, what it leaves stays whose it was.
 *
 * @param before undefined for a new member
 */
export function afterSync(
  dataSource: DataSource,
  before: Sourced | undefined,
  { names, assigned }: { readonly names: MemberNames; readonly assigned: (field: MemberAttribute) => boolean },
): Pick<MemberFacts, 'fieldSources'> {
  if (before === undefined) return {}
  const kept = Object.keys(names) as MemberAttribute[]
  const stays = kept.filter((field) => names[field] !== undefined && !assigned(field))
  return exceptions(dataSource, Object.fromEntries(stays.map((field) => [field, sourceOf(before, field)])))
}

function exceptions(dataSource: DataSource, sources: FieldSources): Pick<MemberFacts, 'fieldSources'> {
  const others = Object.entries(sources).filter(([, source]) => source !== dataSource)
  return others.length === 0 ? {} : { fieldSources: Object.fromEntries(others) }
}
