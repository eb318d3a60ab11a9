import { collection, type GraphResource } from '../collection.ts'
import { type GraphCall, operation } from '../operation.ts'

/** Graph organization and domain: what a script asks to learn where it is. */
export const organizationOperations = [
  operation('GET', '/organization', (call) => {
    const { tenantId, displayName } = call.context.ports.view.tenant
    const verifiedDomains = domains(call).map(({ id, isDefault, isInitial }) => ({
      name: id,
      isDefault,
      isInitial,
      type: 'Managed',
    }))
    return collection(call, [{ id: tenantId, displayName, tenantType: 'AAD', verifiedDomains }], {
      context: 'organization',
    })
  }),
  operation('GET', '/domains', (call) => collection(call, domains(call), { context: 'domains' })),
]

function domains({ context }: GraphCall): GraphResource[] {
  const { defaultDomain, initialDomain } = context.ports.view.tenant
  return [...new Set([defaultDomain, initialDomain])].map((id) => ({
    id,
    authenticationType: 'Managed',
    isDefault: id === defaultDomain,
    isInitial: id === initialDomain,
    isVerified: true,
  }))
}
