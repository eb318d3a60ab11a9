import { updateApp } from '../../acts/job-acts.ts'
import type { Owners, ServicePrincipal } from '../../directory/service-principal.ts'
import { collection } from '../collection.ts'
import { servicePrincipalOf, userOf } from '../find.ts'
import { badRequest, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { Reference, readBody } from '../read-body.ts'
import { renderDirectoryObject } from '../resources/directory-object-resource.ts'
import { applicationOf } from './application-of.ts'

const NOBODY: Owners = { application: [], servicePrincipal: [] }

/** Owners of applications and service principals: people, kept and shown (Graph: owners). */
export const ownerOperations = [
  ...ownersOf('application', '/applications/{application}', applicationOf),
  ...ownersOf('servicePrincipal', '/servicePrincipals/{servicePrincipal}', (call) => servicePrincipalOf(call)),
]

function ownersOf(resource: keyof Owners, root: string, appOf: (call: GraphCall) => ServicePrincipal) {
  const present = (call: GraphCall) => (appOf(call).owners ?? NOBODY)[resource]
  const put = (call: GraphCall, ids: readonly string[]) => {
    const app = appOf(call)
    updateApp(call.context, app, { owners: { ...(app.owners ?? NOBODY), [resource]: ids } })
    return NO_CONTENT
  }
  return [
    operation('GET', `${root}/owners`, (call) => {
      const { view } = call.context.ports
      const people = present(call).flatMap((id) => view.users.get(id) ?? [])
      const live = people.filter(({ deletedAt }) => deletedAt === undefined)
      return collection(
        call,
        live.map((user) => renderDirectoryObject(user)),
        { context: 'directoryObjects' },
      )
    }),
    operation('POST', `${root}/owners/$ref`, (call) => {
      const { id } = userOf(call, readBody(Reference, call.body))
      const ids = present(call)
      if (ids.includes(id)) {
        throw badRequest(
          "One or more added object references already exist for the following modified properties: 'owners'.",
        )
      }
      return put(call, [...ids, id])
    }),
    operation('DELETE', `${root}/owners/{owner}/$ref`, (call) => {
      const id = parameter(call, 'owner').toLowerCase()
      const ids = present(call)
      if (!ids.includes(id)) throw notFound(id)
      return put(
        call,
        ids.filter((one) => one !== id),
      )
    }),
  ]
}
