// One try to bring a person to the target (jumpcloud.md 3.2 and 3.5): looked up by name, then written or created.
import type { Push } from './pushes.ts'
import type { Situation } from './situation.ts'
import type { Account } from './target.ts'
import { outcomeOf, request, type Tried } from './wire.ts'

type UserPush = Extract<Push, { kind: 'user' }>

/** What the lookup by name says: whose account it is, if it is anybody’s, and what is in it. */
interface Answer {
  readonly found: string | undefined
}

export function bringUser(now: Situation, push: UserPush): Tried {
  const link = now.users.get(push.user)
  if (!push.inScope && !link) return 'done'
  const answer = lookUp(now, push)
  if ('tried' in answer) return answer.tried
  const { found } = answer
  // An id that is known wins over the name.
  if (!link) return found ? update(now, push, found) : create(now, push)
  const tried = update(now, push, link, push.inScope && found !== link ? { found } : undefined)
  // Who left the scope is forgotten once inactive; a return looks the person up again.
  if (!push.inScope && tried === 'done') now.users.delete(push.user)
  return tried
}

function lookUp({ target, faults }: Situation, { person }: UserPush): Answer | { readonly tried: Tried } {
  const asked = request(faults, ['GET', '/Users', 'list'], () => 200)
  if (asked.kind !== 'fine') return { tried: asked.kind }
  return { found: target.accountNamed(person.name) }
}

/** A name that is taken after all is looked up once more (jumpcloud.md 3.5). */
function create(now: Situation, push: UserPush): Tried {
  const account = accountOf(push)
  const asked = request(now.faults, ['POST', '/Users', 'resource'], () => now.target.create(account))
  if (asked.status === 409) return createdMeanwhile(now, push)
  const id = now.target.accountNamed(account.userName)
  if (asked.kind === 'fine' && id !== undefined) now.users.set(push.user, id)
  if (asked.kind !== 'fine' && id !== undefined) now.notes.add('an answer was lost')
  return outcomeOf(asked)
}

function createdMeanwhile(now: Situation, push: UserPush): Tried {
  const answer = lookUp(now, push)
  if ('tried' in answer) return answer.tried
  return answer.found ? update(now, push, answer.found) : 'failed'
}

/** @param instead who is written where the target has nobody of that id; undefined where nobody is */
function update(now: Situation, push: UserPush, id: string, instead?: Answer): Tried {
  const put = () => now.target.replace(id, accountOf(push))
  const asked = request(now.faults, ['PUT', '/Users', 'resource'], put)
  if (asked.status === 404) {
    now.users.delete(push.user)
    if (!instead) return 'failed'
    return instead.found ? update(now, push, instead.found) : create(now, push)
  }
  // Found but not written: the id is known all the same.
  if (!now.users.has(push.user)) now.notes.add('an account taken up by its name')
  now.users.set(push.user, id)
  return outcomeOf(asked)
}

/** A PUT is whole: what the directory leaves empty is empty afterwards (jumpcloud.md 4.2). */
function accountOf({ person, inScope }: UserPush): Account {
  const { name, isSuspended, isExpired, fields } = person
  const active = inScope && !isSuspended && !isExpired
  return { userName: name, active, fields }
}
