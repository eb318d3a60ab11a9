// Group Push: a group made or found, and its members and name afterwards (O401 to O421).
import type { Conversation } from '@scimulator/shared/provisioning'
import type { Outcome } from '../values/outcome.ts'
import { ownWords } from '../values/own-words.ts'
import { isObject, type JsonObject, pageOf } from './answer.ts'
import { lookupPath, resourcePath } from './compose.ts'
import { NO_LIST } from './import-people.ts'
import { type Membership, patchGroup } from './patch-group.ts'
import { ask, type Heard, type Line, refusal, textOf } from './talk.ts'

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** A group as it is to be at the endpoint, and what is known of it there. */
export interface GroupToPush {
  readonly name: string
  readonly members: readonly Membership[]
  readonly targetId?: string
  /** Ids of those who were written last. */
  readonly pushed: readonly string[]
  /** Those whom a linked group had before stay (O427, D12). */
  readonly keepsOthers: boolean
  /** Everything is written again, whatever is there (O417). */
  readonly isFull: boolean
}

export function* pushGroup(line: Line, group: GroupToPush): Conversation<Outcome> {
  if (group.targetId !== undefined) return yield* write(line, group, group.targetId)
  const answer = yield* ask(line, 'match', 'GET', lookupPath('Groups', 'displayName', group.name, line.behaviour))
  if (answer.kind === 'refused' && answer.status === 404) return yield* create(line, group)
  if (answer.kind !== 'resource') return failure(line, group, 'creating', answer)
  const page = pageOf(answer.resource)
  if (page === undefined) return { failed: `${UNABLE}${group.name}: ${NO_LIST.Groups}`, did: [ADDED] }
  const found = page.resources[0]?.id
  return typeof found === 'string' ? yield* write(line, group, found) : yield* create(line, group)
}

function* create(line: Line, group: GroupToPush): Conversation<Outcome> {
  const members = isMadeWithMembers(line) ? group.members : []
  const made = yield* ask(line, 'create', 'POST', '/Groups', { schemas: [GROUP], displayName: group.name, members })
  const id = made.kind === 'resource' ? made.resource.id : undefined
  if (typeof id !== 'string' || id === '') return failure(line, group, 'creating', made)
  const written = yield* write(line, { ...group, pushed: members.map(({ value }) => value) }, id)
  return { ...written, targetId: id, did: ['application.provision.group_push.pushed'] }
}

function isMadeWithMembers({ application, behaviour: { groupCreateMembers } }: Line): boolean {
  return groupCreateMembers === 'by-kind' ? application.kind === 'wizard' : groupCreateMembers === 'always'
}

function* write(line: Line, group: GroupToPush, id: string): Conversation<Outcome> {
  const isPut = line.application.kind === 'wizard'
  const answer = isPut ? yield* put(line, group, id) : yield* patchGroup(line, group, id)
  if (answer.kind === 'refused') return failure(line, group, 'updating', answer)
  const written = { name: group.name, members: group.members.map(({ value }) => value) }
  return { targetId: id, written, did: ['application.provision.group_push.updated'] }
}

/** The whole group, after it was read (O409). */
function* put(line: Line, group: GroupToPush, id: string): Conversation<Heard> {
  const path = resourcePath('Groups', id)
  const read = yield* ask(line, 'read-linked', 'GET', path)
  if (read.kind !== 'resource') return read.kind === 'empty' ? { kind: 'refused', text: textOf(read) } : read
  const members = group.keepsOthers && !group.isFull ? withOthers(read.resource, group) : group.members
  return yield* ask(line, 'update', 'PUT', path, { schemas: [GROUP], id, displayName: group.name, members })
}

/** Whom the endpoint had, and Okta never wrote, comes first. */
function withOthers(resource: JsonObject, { members, pushed }: GroupToPush): readonly JsonObject[] {
  const own = new Set([...pushed, ...members.map(({ value }) => value)])
  const there = Array.isArray(resource.members) ? resource.members.filter(isObject) : []
  const others = there.filter(({ value }) => typeof value === 'string' && !own.has(value))
  return [...others.map(({ value, display }) => ({ value, display })), ...members.map((one) => ({ ...one }))]
}

const UNABLE = 'Unable to update Group Push mapping target App group '
const ADDED = 'application.provision.group.add'
const UPDATE_FAILED = 'application.provision.group_push.mapping.update.or.delete.failed'

/** The texts of O430 to O432. */
function failure({ application }: Line, { name }: GroupToPush, doing: keyof typeof DOING, answer: Heard): Outcome {
  const did = [doing === 'creating' ? ADDED : UPDATE_FAILED]
  if (answer.kind === 'refused' && answer.status === 404 && doing === 'updating')
    return refusal(answer, missing(application.label), did)
  return refusal(answer, `${UNABLE}${name}: Error while ${DOING[doing]} ${name}: ${textOf(answer)}`, did)
}

const DOING = { creating: 'creating user group', updating: 'updating user group membership for group' }

function missing(app: string): string {
  return `Linked group is missing in ${app}. Change the linked group to resume pushing group memberships.`
}

/** A push that ends with the deletion of the group (O421). */
export function* deleteGroup(line: Line, name: string, targetId: string): Conversation<Outcome> {
  const answer = yield* ask(line, 'delete', 'DELETE', resourcePath('Groups', targetId))
  // What is not there any more need not be deleted.
  const isDone = answer.kind !== 'refused' || answer.status === 404
  const did = ['application.provision.group_push.removed']
  return isDone ? { did } : refusal(answer, ownWords(`The group ${name} was not deleted: ${textOf(answer)}`), did)
}
