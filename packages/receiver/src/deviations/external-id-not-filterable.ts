import type { Deviation } from './deviation.ts'
import { keepingResources, splitTarget } from './rewriting.ts'

/**
 * Finds nobody by externalId. Pain: with externalId as matching attribute everybody is created twice or
 * collides. Source: goauthentik/authentik#25837.
 */
export const externalIdNotFilterable: Deviation = {
  name: 'external-id-not-filterable',
  describes: 'Finds nobody by externalId.',
  pain: 'with externalId as matching attribute everybody is created twice or collides.',
  source: 'goauthentik/authentik#25837',
  create: () =>
    keepingResources((_resource, request) => !/\bexternalId\b/i.test(splitTarget(request).query.get('filter') ?? '')),
}
