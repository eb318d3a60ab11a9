import type { Deviation } from './deviation.ts'
import { rewritingResources, without } from './rewriting.ts'

/**
 * Stores externalId and never returns it. Pain: the identity provider sends it anew in each cycle. Source:
 * langwatch/langwatch#6974.
 */
export const externalIdNotEchoed: Deviation = {
  name: 'external-id-not-echoed',
  describes: 'Stores externalId and never returns it.',
  pain: 'the identity provider sends it anew in each cycle.',
  source: 'langwatch/langwatch#6974',
  create: () => rewritingResources((resource) => without(resource, 'externalId')),
}
