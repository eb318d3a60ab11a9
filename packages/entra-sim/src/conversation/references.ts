// References are written once both ends exist: the manager of a user, the members of a group.
import type { Conversation } from '@scimulator/shared/provisioning'
import type { ModifiedProperty } from '../log/provisioning-record.ts'
import { buildMemberPatches, buildReferencePatch, type MemberChange } from '../mapping/index.ts'
import { readAnswer } from './answer.ts'
import { invalidAnchor } from './locate-target.ts'
import type { ObjectContext } from './object-context.ts'
import { failed, type MemberOp, type ObjectError, type Outcome, outcome, skipped } from './outcome.ts'

export interface ManagerChange {
  /** The target attribute, the URN form of `manager`. */
  readonly path: string
  /** SCIM id of the new manager; undefined takes the manager away. */
  readonly wanted: string | undefined
  /** SCIM id that the target returned, or was given before. */
  readonly seen: string | null
}

export function* managerReference(
  context: ObjectContext,
  targetId: string,
  change: ManagerChange,
): Conversation<Outcome> {
  const { composer, switches } = context
  const target = { id: targetId, name: '' }
  const body = buildReferencePatch(referenceChange(change), {
    ...switches,
    dialect: composer.dialect,
    baseUrl: composer.baseUrl,
  })
  if (!body) return skipped('RedundantExport', { target })
  const { wanted } = change
  if (switches.referenceCheckQueries === 'on' && wanted !== undefined) {
    const answer = readAnswer(yield composer.referenceCheck('User', targetId, 'manager', wanted), 'match', switches)
    if (answer.kind === 'resources' && answer.resources.length > 0) return skipped('RedundantExport', { target })
  }
  const purpose = wanted === undefined ? 'remove-manager' : 'set-manager'
  const modified = [{ displayName: change.path, oldValue: change.seen, newValue: wanted ?? '' }]
  const answer = readAnswer(yield composer.patch('User', targetId, body, purpose), 'update', switches)
  const error = errorOf(answer, targetId)
  return error
    ? failed('update', error, { target, modified })
    : outcome({ action: 'update', status: 'success', target, modified })
}

function referenceChange({ path, wanted, seen }: ManagerChange): Parameters<typeof buildReferencePatch>[0] {
  if (wanted === undefined) return { op: 'remove', path, previousTargetId: seen ?? '' }
  return { op: seen === null ? 'add' : 'replace', path, targetId: wanted }
}

export interface MembersOutcome extends Outcome {
  /** How many of the additions, then removals, reached the target before something failed. */
  readonly written: MemberChange
}

/** Adds, then removes, in portions. A failed portion ends the conversation; what was written is told. */
export function* memberReferences(
  context: ObjectContext,
  targetId: string,
  change: MemberChange,
  memberOp: MemberOp = 'add',
): Conversation<MembersOutcome> {
  const target = { id: targetId, name: '' }
  const wanted =
    context.switches.referenceCheckQueries === 'on' ? yield* notYetThere(context, targetId, change) : change
  const written = { added: [...change.added.filter((id) => !wanted.added.includes(id))], removed: [] as string[] }
  const options = { ...context.switches, dialect: context.composer.dialect, memberOp }
  for (const { change: portion, body } of buildMemberPatches(wanted, options)) {
    const request = context.composer.patch('Group', targetId, body, 'change-members')
    const error = errorOf(readAnswer(yield request, 'update', context.switches), targetId)
    if (error) return { ...failed('update', error, { target, modified: memberProperties(portion) }), written }
    written.added.push(...portion.added)
    written.removed.push(...portion.removed)
  }
  return { ...outcome({ action: 'update', status: 'success', target, modified: memberProperties(change) }), written }
}

function* notYetThere(context: ObjectContext, targetId: string, change: MemberChange): Conversation<MemberChange> {
  const missing: string[] = []
  for (const id of change.added) {
    const request = context.composer.referenceCheck('Group', targetId, 'members', id)
    const answer = readAnswer(yield request, 'match', context.switches)
    if (answer.kind !== 'resources' || answer.resources.length === 0) missing.push(id)
  }
  return { added: missing, removed: change.removed }
}

function errorOf(answer: ReturnType<typeof readAnswer>, targetId: string): ObjectError | undefined {
  if (answer.kind === 'gone') return invalidAnchor(targetId)
  return answer.kind === 'failed' ? answer.error : undefined
}

function memberProperties({ added, removed }: MemberChange): ModifiedProperty[] {
  return [
    ...added.map((id) => ({ displayName: 'members', oldValue: null, newValue: id })),
    ...removed.map((id) => ({ displayName: 'members', oldValue: id, newValue: '' })),
  ]
}
