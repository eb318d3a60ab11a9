import { defineDeviation } from './deviation.ts'
import { keepingResources, splitTarget } from './rewriting.ts'

export const caseSensitiveUserName = defineDeviation({
  name: 'case-sensitive-user-name',
  describes: 'Compares userName case-sensitively in filters.',
  pain: 'The same person is created twice, or collides forever.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'simpleidserver/SimpleIdServer#489, zitadel/zitadel#9257',
  looksInside: true,
  create: () =>
    keepingResources((resource, request) => {
      const filter = splitTarget(request).query.get('filter') ?? ''
      const wanted = /\buserName\s+eq\s+"((?:[^"\\]|\\.)*)"/i.exec(filter)?.[1]
      return wanted === undefined || resource.userName === wanted
    }),
})
