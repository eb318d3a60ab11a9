import { defineDeviation } from './deviation.ts'
import { errorAnswer, isFor } from './rewriting.ts'

export const groupsMissing = defineDeviation({
  name: 'groups-missing',
  describes: 'Has no /Groups.',
  pain: 'Entra ID asks for a group when it tests the connection, and takes the endpoint for broken.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  seenBy: ['directory.groups'],
  consequences: [],
  source: 'Gimanh/taskview-community#71',
  create: () => (next) => async (request) =>
    isFor(request, 'Groups') ? errorAnswer(404, undefined, 'There is no such endpoint.') : next(request),
})
