// Assignment: the lookup, and what follows from it (O201 to O223, O320).
import type { Conversation } from '@scimulator/shared/provisioning'
import type { Work } from '../values/job.ts'
import type { Outcome } from '../values/outcome.ts'
import { ownWords } from '../values/own-words.ts'
import { type JsonObject, pageOf } from './answer.ts'
import { lookupPath, resourcePath } from './compose.ts'
import { NO_LIST } from './import-people.ts'
import { writeProfile } from './push-profile.ts'
import { ask, type Line, refusal, textOf } from './talk.ts'
import { newUserBody, patchBody } from './user-body.ts'

type Provision = Extract<Work, { kind: 'provision' }>

const VERIFIED = 'application.provision.user.verify_exists'

/** @param password what a new account has until somebody sets another (O211) */
export function* provisionUser(line: Line, work: Provision, password: string): Conversation<Outcome> {
  const { userName } = work
  const answer = yield* ask(line, 'match', 'GET', lookupPath('Users', 'userName', userName, line.behaviour))
  // Nobody is there, said by an empty list or by 404 (O205).
  if (answer.kind === 'refused' && answer.status === 404) return yield* create(line, work, password)
  if (answer.kind !== 'resource')
    return refusal(answer, `Error while verifying if user ${userName} exists: ${textOf(answer)}`, [VERIFIED])
  const page = pageOf(answer.resource)
  if (page === undefined) return { failed: NO_LIST.Users, did: [VERIFIED] }
  if (page.resources.length > 1) return { failed: severalFound(page.resources.length), did: [VERIFIED] }
  const [found] = page.resources
  return found === undefined ? yield* create(line, work, password) : yield* link(line, work, found)
}

function severalFound(count: number): string {
  return `Multiple users found by userName. Expected 0 or 1 results but was ${count}`
}

function* create(line: Line, work: Provision, password: string): Conversation<Outcome> {
  // What an application that makes nobody says (O223).
  if (!line.application.features.createUsers) return { failed: 'Matching user not found', did: [VERIFIED] }
  const answer = yield* ask(line, 'create', 'POST', '/Users', newUserBody({ ...work, password }))
  const did = [VERIFIED, 'application.provision.user.push']
  if (answer.kind === 'refused') return refusal(answer, answer.text, did)
  const id = answer.kind === 'resource' ? idOf(answer.resource) : undefined
  if (id !== undefined) return { targetId: id, did }
  return { failed: `Error while creating user ${work.userName}: Create new user returned empty user.`, did }
}

function* link(line: Line, work: Provision, found: JsonObject): Conversation<Outcome> {
  const { features, kind } = line.application
  const targetId = idOf(found)
  if (targetId === undefined) return { failed: ownWords('The person who was found has no id.'), did: [VERIFIED] }
  if (!features.updateUsers) return { targetId, leavesProfile: true, did: [VERIFIED] }
  const did = [VERIFIED]
  if (kind === 'catalogue' && found.active !== true && features.deactivateUsers) {
    const body = patchBody({ op: 'replace', value: { active: true } })
    const answer = yield* ask(line, 'enable', 'PATCH', resourcePath('Users', targetId), body)
    did.push('application.provision.user.reactivate')
    if (answer.kind === 'refused') return { ...refusal(answer, answer.text, did), targetId }
  }
  const written = yield* writeProfile(line, { ...work, externalId: targetId }, isActivating(line))
  return { ...written, targetId, did: [...did, ...written.did] }
}

/** The wizard's application activates in the same PUT; without "Deactivate Users" nobody is made active either (O221, O318). */
function isActivating({ application: { kind, features } }: Line): boolean {
  return kind === 'wizard' && features.deactivateUsers
}

function idOf(resource: JsonObject): string | undefined {
  const { id } = resource
  return typeof id === 'string' && id !== '' ? id : undefined
}
