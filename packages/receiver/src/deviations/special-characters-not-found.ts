import { defineDeviation } from './deviation.ts'
import { keepingResources, splitTarget } from './rewriting.ts'

export const specialCharactersNotFound = defineDeviation({
  name: 'special-characters-not-found',
  describes: 'Finds no user by a value with an apostrophe or a letter outside ASCII.',
  pain: "O'Neil and Zoë are created twice, or collide forever.",
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  seenBy: ['directory.users.title', 'directory.groups.members'],
  consequences: [],
  source: 'wso2/product-is#6919, apache/directory-scimple#981',
  looksInside: true,
  create: () =>
    keepingResources((_resource, request) => !/'|[^ -~]/.test(splitTarget(request).query.get('filter') ?? '')),
})
