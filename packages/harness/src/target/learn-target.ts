import type { ScimRequest } from '@scimulator/shared/provisioning'
import { learnTraits, type Question, type Traits } from './abilities.ts'
import type { GuardedTarget } from './guarded-target.ts'
import { USER_AGENT } from './target-connection.ts'
import type { TargetRun } from './target-run.ts'

const learnt = new WeakMap<GuardedTarget, Promise<Traits>>()

/** What the endpoint does, asked once for all runs; what is made for it is deleted again. Never throws for what is answered. */
export function learnTarget(target: GuardedTarget): Promise<Traits> {
  const known = learnt.get(target) ?? learn(target)
  learnt.set(target, known)
  return known
}

async function learn(target: GuardedTarget): Promise<Traits> {
  const run = await target.openRun('what the endpoint does')
  const send = run.namespacing(run.guarding(run.send))
  const conversation = learnTraits()
  try {
    let step = conversation.next()
    while (!step.done) step = conversation.next(await send(requestOf(step.value, run.access)))
    return step.value
  } finally {
    await run.cleanUp()
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
