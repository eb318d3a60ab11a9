// /api/v1/users/{userId}/lifecycle (O912, O913, O942).
import { moveUser } from '../plan/people.ts'
import type { User, UserStatus } from '../values/user.ts'
import { ApiError } from './api-error.ts'
import { requireUser } from './found.ts'
import { type Json, type Operation, ok, param } from './operation.ts'

export const userLifecycleOperations: readonly Operation[] = [
  transition('activate', 'ACTIVE', assertNotActive, (user, origin) => ({
    activationUrl: `${origin}/welcome/${user.id}`,
    activationToken: user.id,
  })),
  transition('deactivate', 'DEPROVISIONED', ({ status }) => {
    if (status === 'DEPROVISIONED') throw new ApiError('E0000038')
  }),
  transition('suspend', 'SUSPENDED', ({ status }) => {
    if (status !== 'ACTIVE') throw new ApiError('E0000001', 'suspendUser', ['Cannot suspend a user that is not active'])
  }),
  transition('unsuspend', 'ACTIVE', ({ status }) => {
    if (status !== 'SUSPENDED')
      throw new ApiError('E0000001', 'unsuspendUser', ['Cannot unsuspend a user that is not suspended'])
  }),
  // Nobody waits for an activation here: who is activated is ACTIVE.
  transition('reactivate', 'ACTIVE', () => {
    throw new ApiError('E0000038')
  }),
]

function assertNotActive({ status }: User): void {
  if (status === 'ACTIVE') throw new ApiError('E0000016')
  if (status === 'SUSPENDED') throw new ApiError('E0000038')
}

/** @param check throws an ApiError for somebody of whom this cannot be done */
function transition(
  name: string,
  status: UserStatus,
  check: (user: User) => void,
  answer: (user: User, origin: string) => Json = () => ({}),
): Operation {
  return {
    method: 'POST',
    template: `/api/v1/users/{userId}/lifecycle/${name}`,
    run(engine, request) {
      const user = requireUser(engine.org, param(request, 'userId'))
      check(user)
      engine.begin(moveUser(engine.org, user, status, engine.maker))
      return ok(answer(user, request.origin))
    },
  }
}
