import type { ServicePrincipal } from '../../directory/service-principal.ts'
import { byAppId } from '../find.ts'
import { notFound } from '../graph-error.ts'
import { type GraphCall, parameter } from '../operation.ts'

/** By object id of the application, or by `appId='…'`. */
export function applicationOf(call: GraphCall): ServicePrincipal {
  const name = parameter(call, 'application')
  const { view } = call.context.ports
  const appId = /^appId='?([^']+)'?$/i.exec(name)?.[1]?.toLowerCase()
  const named = appId === undefined ? undefined : byAppId(view, appId)
  if (named) return named
  for (const app of view.servicePrincipals.values()) {
    if (app.applicationId === name.toLowerCase()) return app
  }
  throw notFound(name)
}
