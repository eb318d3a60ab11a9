import type { ScimRequest } from '@scimulator/shared/provisioning'
import { learnTraits, type Question, type Traits } from './abilities.ts'
import { leftoverText } from './clean-up.ts'
import type { GuardedTarget } from './guarded-target.ts'
import { USER_AGENT } from './target-connection.ts'
import type { TargetRun } from './target-run.ts'

interface Lesson {
  readonly traits: Traits
  /** What of the run's own is still there, a sentence each with the request that removes it. */
  readonly leftBehind: readonly string[]
}

const lessons = new WeakMap<GuardedTarget, Promise<Lesson>>()

/** What the endpoint does, asked once for all runs; what is made for it is deleted again. Never throws for what is answered. */
export async function learnTarget(target: GuardedTarget): Promise<Traits> {
  return (await lessonOf(target)).traits
}

/** What the learning has left at the target, a sentence each. */
export async function leftByLearning(target: GuardedTarget): Promise<readonly string[]> {
  return (await lessonOf(target)).leftBehind
}

function lessonOf(target: GuardedTarget): Promise<Lesson> {
  const known = lessons.get(target) ?? learn(target)
  lessons.set(target, known)
  return known
}

async function learn(target: GuardedTarget): Promise<Lesson> {
  const run = await target.openRun('what the endpoint does')
  const send = run.namespacing(run.guarding(run.send))
  const conversation = learnTraits()
  let step = conversation.next()
  while (!step.done) step = conversation.next(await send(requestOf(step.value, run.access)))
  const left = await run.cleanUp()
  return {
    traits: step.value,
    leftBehind: left.map((one) => `Left behind: ${leftoverText(one)}. By hand: ${one.byHand}`),
  }
}

function requestOf({ method, path, body }: Question, { url, token }: TargetRun['access']): ScimRequest {
  return {
    method,
    url: `${url}${path}`,
    headers: [
      ['Authorization', `Bearer ${token}`],
      ['Accept', 'application/scim+json'],
      ['Content-Type', 'application/scim+json'],
      USER_AGENT,
    ],
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}
