// Finds the resource that belongs to a source object: by the id of its link, else by its matching attributes, one query each in the
// order of their priority, until one finds somebody (QA-552440: never combined).

import type { Conversation } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import type { MatchAttempt } from '../log/provisioning-record.ts'
import { applyMappings, type TargetResource } from '../mapping/index.ts'
import { type Answer, readAnswer } from './answer.ts'
import { membersReturned } from './members-returned.ts'
import type { ObjectContext } from './object-context.ts'
import type { MemberOp, ObjectError } from './outcome.ts'

export interface Located {
  readonly matches: readonly MatchAttempt[]
  readonly found:
    | {
        readonly kind: 'resource'
        readonly id: string
        readonly resource: TargetResource
        readonly memberOp: MemberOp
      }
    | { readonly kind: 'none' }
    | { readonly kind: 'unmatchable' }
    | { readonly kind: 'failed'; readonly error: ObjectError }
}

export function* locateTarget(context: ObjectContext): Conversation<Located> {
  const { targetId, composer, compiled, switches } = context
  if (targetId === undefined) return yield* matchTarget(context)
  if (matchingValues(context).length === 0) return { matches: [], found: { kind: 'unmatchable' } }
  const answer = readAnswer(yield composer.read(compiled.type, targetId), 'read', switches)
  const matches = [{ attribute: 'id', value: targetId, found: answer.kind === 'resource' ? 1 : 0 }]
  if (answer.kind !== 'gone') return { matches, found: foundIn(answer, context) }
  if (switches.on404CachedId === 'rematch') return yield* matchTarget(context)
  return { matches, found: { kind: 'failed', error: invalidAnchor(targetId) } }
}

export function* matchTarget(context: ObjectContext): Conversation<Located> {
  const matches: MatchAttempt[] = []
  for (const [attribute, value] of matchingValues(context)) {
    const other = context.otherWithValue(attribute, value)
    if (other !== undefined) return { matches, found: { kind: 'failed', error: sharedValue(attribute, value, other) } }
    const request = context.composer.match(context.compiled.type, attribute, value)
    const answer = readAnswer(yield request, 'match', context.switches)
    if (answer.kind !== 'resources') return { matches, found: foundIn(answer, context) }
    const { resources } = answer
    matches.push({ attribute, value, found: resources.length })
    const [first] = resources
    if (resources.length > 1) return { matches, found: { kind: 'failed', error: duplicates(attribute, value) } }
    if (first) return { matches, found: checked(first, context) }
  }
  return { matches, found: { kind: matches.length === 0 ? 'unmatchable' : 'none' } }
}

/** The values of the matching attributes that have one. */
function matchingValues({ compiled, source, environment }: ObjectContext): [attribute: string, value: string][] {
  const only = { ...compiled.mapping, attributeMappings: compiled.matching }
  return applyMappings(only, source, environment, { operation: 'create' }).flatMap(
    ({ targetAttributeName, outcome }) =>
      outcome.kind === 'value' ? [[targetAttributeName, asText(outcome.value)]] : [],
  )
}

function foundIn(answer: Answer, context: ObjectContext): Located['found'] {
  if (answer.kind === 'resource') return checked(answer.resource, context)
  return answer.kind === 'failed' ? answer : { kind: 'none' }
}

/** Refuses groups that the service is known to choke on. */
function checked(resource: TargetResource, { compiled, switches }: ObjectContext): Located['found'] {
  const id = asText(resource.id)
  if (compiled.type === 'User') return { kind: 'resource', id, resource, memberOp: 'add' }
  const returned = membersReturned(resource, switches)
  if (!returned.ok) return { kind: 'failed', error: returned.error }
  return { kind: 'resource', id, resource, memberOp: returned.memberOp }
}

export function invalidAnchor(targetId: string): ObjectError {
  const reason = `The user or group ${targetId}, created or matched before, no longer exists in the target. Create it again or restart provisioning.`
  return { code: 'InvalidAnchor', reason, isJobLevel: false }
}

function sharedValue(attribute: string, value: string, other: string): ObjectError {
  const reason = `More than one object of the source is to be matched by the ${attribute} "${value}"; the other is ${other}.`
  return { code: 'DuplicateSourceEntries', reason, isJobLevel: false }
}

function duplicates(attribute: string, value: string): ObjectError {
  const reason = `More than one resource of the target has the ${attribute} "${value}".`
  return { code: 'DuplicateTargetEntries', reason, isJobLevel: false }
}
