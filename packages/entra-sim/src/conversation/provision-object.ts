// One user or group is brought in line: found, then created or updated by what differs from the target's answer.
import type { Conversation } from '@scimulator/shared/provisioning'
import type { ModifiedProperty } from '../log/provisioning-record.ts'
import {
  type AttributeChange,
  applyMappings,
  buildPatchBody,
  buildPostBody,
  type ClearedAttribute,
  clearedAttributes,
  diffAgainstTarget,
  enterpriseUserSchema,
  isSentInPost,
  type MappedValue,
  type TargetResource,
} from '../mapping/index.ts'
import { CONFLICT, readAnswer } from './answer.ts'
import { invalidAnchor, type Located, locateTarget, matchTarget } from './locate-target.ts'
import { mappingProblem } from './mapping-problem.ts'
import { membersReturned } from './members-returned.ts'
import type { ObjectContext } from './object-context.ts'
import { failed, type MemberOp, type Outcome, outcome, skipped } from './outcome.ts'

/** Unassigned, out of scope, blocked or in the bin: the mapping, which sees IsSoftDeleted, turns active off by an update. */
export function* deprovisionUser(context: ObjectContext): Conversation<Outcome> {
  const located = yield* locateTarget(context)
  if (located.found.kind !== 'resource') return notLocated(located, 'disable')
  return yield* update(context, located, 'disable')
}

/** Hard-deleted users and groups that are gone. What is already gone counts as deleted. */
export function* deleteObject(context: ObjectContext, readsFirst: boolean): Conversation<Outcome> {
  const { composer, compiled, targetId, switches } = context
  if (targetId === undefined) return skipped('NotLinked')
  const matches = [{ attribute: 'id', value: targetId, found: 1 }]
  if (readsFirst) {
    const seen = readAnswer(yield composer.read(compiled.type, targetId), 'read', switches)
    if (seen.kind === 'failed') return failed('delete', seen.error, { matches })
  }
  const answer = readAnswer(yield composer.remove(compiled.type, targetId), 'delete', switches)
  const target = { id: targetId, name: '' }
  if (answer.kind === 'failed') return failed('delete', answer.error, { matches, target })
  return outcome({ action: 'delete', status: 'success', matches, target, active: false })
}

/** In scope and enabled: create, match and update, or update. A group is created without members; those follow when users exist. */
export function* provisionObject(context: ObjectContext): Conversation<Outcome> {
  const located = yield* locateTarget(context)
  if (located.found.kind === 'resource') return yield* update(context, located, 'update')
  if (located.found.kind !== 'none') return notLocated(located, 'create')
  return yield* create(context, located)
}

function notLocated({ matches, found }: Located, action: 'create' | 'disable'): Outcome {
  if (found.kind === 'failed') return failed(action === 'create' ? 'other' : action, found.error, { matches })
  return found.kind === 'unmatchable' ? skipped('ImportSkipped', { matches }) : skipped('NotFoundInTarget', { matches })
}

function* create(context: ObjectContext, located: Located): Conversation<Outcome> {
  const { compiled, composer, switches, unlisted } = context
  const { matches } = located
  if (!compiled.flow.add) return skipped('CreateNotEnabled', { matches })
  const values = applyMappings(compiled.mapping, context.source, context.environment, { operation: 'create', unlisted })
  const problem = mappingProblem(values)
  if (problem?.kind === 'skip') return skipped('EntrySynchronizationSkipped', { matches })
  if (problem) return failed('create', problem.error, { matches })
  const references = switches.managerInPost ? singleReferences(values, context) : new Map<string, string>()
  const body = buildPostBody(values, {
    ...switches,
    resourceType: compiled.type,
    references,
  })
  const answer = readAnswer(yield composer.create(compiled.type, body), 'create', switches)
  const isSent = ({ attributeMapping: { path } }: MappedValue) => isSentInPost(path, switches)
  const modified = values.filter(isSent).flatMap(createdProperty)
  const leftOut = values.filter((value) => value.outcome.kind === 'value' && !isSent(value))
  if (answer.kind === 'resource') {
    const target = { id: answer.resource.id, name: nameOf(answer.resource) }
    const active = activeIn(values) ?? true
    const [seenManager = null] = references.values()
    const seen = {
      seenManager,
      memberOp: memberOpAfterCreate(answer.resource, context),
      leftOut: leftOut.map(({ targetAttributeName }) => targetAttributeName),
    }
    return outcome({ action: 'create', status: 'success', matches, target, modified, active, ...seen })
  }
  const error = answer.kind === 'failed' ? answer.error : undefined
  if (error?.code === CONFLICT && switches.on409Create === 'patchExisting') return yield* adopt(context, located)
  return error ? failed('create', error, { matches, modified }) : skipped('NotFoundInTarget', { matches })
}

/** A POST does not ask for members to be left out, so that an answer with members fails nothing. */
function memberOpAfterCreate(resource: TargetResource, { compiled, switches }: ObjectContext): MemberOp {
  const returned = compiled.type === 'Group' ? membersReturned(resource, switches) : undefined
  return returned?.ok ? returned.memberOp : 'add'
}

/** After a 409 the existing resource is looked up once more and updated (azure-docs#11784). */
function* adopt(context: ObjectContext, before: Located): Conversation<Outcome> {
  const again = yield* matchTarget(context)
  const located = { ...again, matches: [...before.matches, ...again.matches] }
  if (located.found.kind === 'resource') return yield* update(context, located, 'update')
  const reason = 'The target says that the resource exists, but no query finds it.'
  return failed('create', { code: CONFLICT, reason, isJobLevel: false }, { matches: located.matches })
}

function* update(context: ObjectContext, located: Located, action: 'update' | 'disable'): Conversation<Outcome> {
  const { compiled, composer, switches, unlisted } = context
  const { matches, found } = located
  if (found.kind !== 'resource') return notLocated(located, 'disable')
  const values = applyMappings(compiled.mapping, context.source, context.environment, { operation: 'update', unlisted })
  const target = { id: found.id, name: nameOf(found.resource) }
  const { memberOp } = found
  const seen = { matches, target, active: activeIn(values), seenManager: managerIn(found.resource), memberOp }
  const problem = mappingProblem(values)
  if (problem?.kind === 'skip') return skipped('EntrySynchronizationSkipped', seen)
  if (problem) return failed(action, problem.error, seen)
  const multiValued = switches.multiValuedPatch
  const changes = diffAgainstTarget(values, found.resource, { multiValued, singleRole: switches.singleRolePatch })
  const cleared = switches.clearedAttribute === 'nothing' ? [] : clearedAttributes(values, found.resource)
  const body = buildPatchBody(changes, {
    dialect: composer.dialect,
    singleAttribute: switches.lonePatchAttribute,
    booleanText: switches.patchBooleanText,
    multiValued,
    cleared,
  })
  if (!body) return skipped('RedundantExport', seen)
  if (!compiled.flow.update) return skipped('UpdateNotEnabled', { ...seen, active: null })
  const modified = [...changes.map(changedProperty), ...cleared.map(clearedProperty)]
  const answer = readAnswer(yield composer.patch(compiled.type, found.id, body, action), 'update', switches)
  if (answer.kind === 'gone') return failed(action, invalidAnchor(found.id), { ...seen, modified })
  if (answer.kind === 'failed') return failed(action, answer.error, { ...seen, modified })
  return outcome({ ...seen, action, status: 'success', modified })
}

/** Managers who are linked already, when the switch wants them in the POST (directory-scimple#1242). */
function singleReferences(values: readonly MappedValue[], context: ObjectContext): ReadonlyMap<string, string> {
  const pairs = values.flatMap(({ outcome: mapped, targetAttributeName, attributeMapping }) => {
    if (mapped.kind !== 'reference' || attributeMapping.definition.multivalued) return []
    const targetId = context.targetIdOf(mapped.sourceIds[0] ?? '')
    return targetId === undefined ? [] : [[targetAttributeName, targetId] as const]
  })
  return new Map(pairs)
}

/** What the mapping says about `active`; null when it is not mapped or has no value. */
export function activeIn(values: readonly MappedValue[]): boolean | null {
  const mapped = values.find((value) => value.targetAttributeName === 'active')?.outcome
  return mapped?.kind === 'value' && typeof mapped.value === 'boolean' ? mapped.value : null
}

function managerIn(resource: TargetResource): string | null {
  const extension = resource[enterpriseUserSchema]
  const manager = typeof extension === 'object' && extension !== null ? Reflect.get(extension, 'manager') : undefined
  const value: unknown = typeof manager === 'object' && manager !== null ? Reflect.get(manager, 'value') : undefined
  return typeof value === 'string' && value !== '' ? value : null
}

export function nameOf(resource: TargetResource): string {
  const name = resource.userName ?? resource.displayName
  return typeof name === 'string' ? name : ''
}

function createdProperty(value: MappedValue): ModifiedProperty[] {
  if (value.outcome.kind !== 'value') return []
  const newValue = value.isRedacted ? '[Redact]' : shown(value.outcome.value)
  return [{ displayName: value.targetAttributeName, oldValue: null, newValue }]
}

function clearedProperty({ targetAttributeName, oldValue, isRedacted }: ClearedAttribute): ModifiedProperty {
  return { displayName: targetAttributeName, oldValue: isRedacted ? '[Redact]' : shown(oldValue), newValue: '' }
}

function changedProperty(change: AttributeChange): ModifiedProperty {
  const oldValue = change.oldValue === undefined ? null : shown(change.oldValue)
  const newValue = shown(change.newValue)
  const redacted = { oldValue: oldValue === null ? null : '[Redact]', newValue: '[Redact]' }
  return { displayName: change.targetAttributeName, ...(change.isRedacted ? redacted : { oldValue, newValue }) }
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
