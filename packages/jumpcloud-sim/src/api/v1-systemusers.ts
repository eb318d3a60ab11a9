import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { createUser, deleteUser, updateUser } from '../acts/user-acts.ts'
import type { SystemUser } from '../directory/system-user.ts'
import { UserChanges, UserFields } from '../directory/system-user.ts'
import type { Engine } from '../engine.ts'
import { onlyFields, readListQuery } from './list-query.ts'
import { v1List } from './lists.ts'
import { type ApiAnswer, type ApiRequest, type Operation, ok, param } from './operation.ts'
import { renderSystemUser, SYSTEM_USER_FIELDS } from './render-system-user.ts'

/** PUT takes ACTIVATED and SUSPENDED only; expiry and registration have operations of their own. */
const PutBody = UserChanges.omit({ password_expired: true, activated: true }).extend({
  state: z.enum(['ACTIVATED', 'SUSPENDED']).optional(),
})
const PostBody = UserFields.omit({ password_expired: true })

export const systemUserOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: '/api/systemusers',
    run: ({ view }, request) =>
      v1List(request, searched(view.users.values(), request.query.get('search')), SYSTEM_USER_FIELDS),
  },
  {
    method: 'POST',
    template: '/api/systemusers',
    run(engine, request) {
      const event = createUser(engine.view, PostBody.parse(request.body), engine.context)
      engine.happen(event, request.by)
      return ok(renderSystemUser(event.user))
    },
  },
  {
    method: 'GET',
    template: '/api/systemusers/{id}',
    run: ({ view }, request) => {
      const { fields } = readListQuery(request.query, 'v1')
      return ok(onlyFields(renderSystemUser(requireUser(view, param(request, 'id'))), fields))
    },
  },
  {
    method: 'PUT',
    template: '/api/systemusers/{id}',
    run: (engine, request) => change(engine, request, PutBody.parse(request.body)),
  },
  {
    method: 'DELETE',
    template: '/api/systemusers/{id}',
    run(engine, request) {
      const user = requireUser(engine.view, param(request, 'id'))
      engine.happen(deleteUser(user), request.by)
      return ok(renderSystemUser(user))
    },
  },
  {
    method: 'POST',
    template: '/api/systemusers/{id}/state/activate',
    run(engine, request) {
      const user = requireUser(engine.view, param(request, 'id'))
      if (user.state !== 'STAGED') throw new VerbError('invalid', `${user.username} is ${user.state}, not STAGED`)
      return change(engine, request, { state: 'ACTIVATED' })
    },
  },
  act('expire', { password_expired: true }),
  act('unlock', { account_locked: false }),
  act('resetmfa', {}),
  act('mfasync', {}),
]

/** An operation that changes one thing and answers nothing worth reading. */
function act(name: string, changes: UserChanges): Operation {
  return {
    method: 'POST',
    template: `/api/systemusers/{id}/${name}`,
    run(engine, request) {
      change(engine, request, changes)
      return ok('OK')
    },
  }
}

function change(engine: Engine, request: ApiRequest, changes: UserChanges): ApiAnswer {
  const before = requireUser(engine.view, param(request, 'id'))
  const event = updateUser(engine.view, before, changes, engine.context)
  if (event) engine.happen(event, request.by)
  return ok(renderSystemUser(requireUser(engine.view, before._id)))
}

export function requireUser(view: Engine['view'], id: string): SystemUser {
  const user = view.users.get(id)
  if (user) return user
  throw new VerbError('not-found', `There is no systemuser ${id}`)
}

function searched(users: Iterable<SystemUser>, term: string | null): Readonly<Record<string, unknown>>[] {
  const wanted = term?.toLowerCase() ?? ''
  return [...users]
    .filter(({ username, email, displayname }) =>
      [username, email, displayname].some((text) => text.toLowerCase().includes(wanted)),
    )
    .map(renderSystemUser)
}
