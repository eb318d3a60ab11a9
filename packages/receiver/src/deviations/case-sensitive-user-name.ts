import type { Deviation } from './deviation.ts'
import { keepingResources, splitTarget } from './rewriting.ts'

/**
 * Compares userName with regard to case in filters. Pain: the same person is created twice, or collides for
 * ever. Source: simpleidserver/SimpleIdServer#489, zitadel/zitadel#9257.
 */
export const caseSensitiveUserName: Deviation = {
  name: 'case-sensitive-user-name',
  describes: 'Compares userName with regard to case in filters.',
  pain: 'the same person is created twice, or collides for ever.',
  source: 'simpleidserver/SimpleIdServer#489, zitadel/zitadel#9257',
  create: () =>
    keepingResources((resource, request) => {
      const filter = splitTarget(request).query.get('filter') ?? ''
      const wanted = /\buserName\s+eq\s+"((?:[^"\\]|\\.)*)"/i.exec(filter)?.[1]
      return wanted === undefined || resource.userName === wanted
    }),
}
