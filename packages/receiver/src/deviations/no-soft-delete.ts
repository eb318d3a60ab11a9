import type { JsonObject } from '@scimulator/shared/scim'
import { isJsonObject } from '@scimulator/shared/scim'
import { defineDeviation } from './deviation.ts'
import { opOf, pathOf, rewritingBody, rewritingOperations, rewritingResources, without } from './rewriting.ts'

export const noSoftDelete = defineDeviation({
  name: 'no-soft-delete',
  describes: 'Ignores active: no user can be deactivated, and answers do not mention it.',
  pain: 'A deactivated person keeps their access.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users.active'],
  consequences: ['active-not-shown'],
  source: 'FusionAuth/fusionauth-issues#3244, HelpCode-ai/anythingmcp#536',
  create: () => (next) => {
    const inBodies = rewritingBody((body) => without(body, 'active'))
    const inAnswers = rewritingResources((resource) => without(resource, 'active'))
    return inAnswers(inBodies(rewritingOperations(withoutActive)(next)))
  },
})

function withoutActive(operation: JsonObject): JsonObject | undefined {
  if (pathOf(operation).toLowerCase() === 'active') return undefined
  const { value } = operation
  if (opOf(operation) === 'remove' || pathOf(operation) !== '' || !isJsonObject(value)) return operation
  return { ...operation, value: without(value, 'active') }
}
