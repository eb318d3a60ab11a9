import { noted, type Send } from '@scimulator/shared/provisioning'
import type { Engine } from '../engine.ts'
import { sourceName } from './source-name.ts'

/** Sends what concerns one object of the source; the note beside each request says which. */
export function sendAbout(engine: Engine, objectType: 'User' | 'Group', objectId: string): Send {
  const subject = { id: objectId, name: sourceName(engine, objectType, objectId) ?? objectId }
  return (request) => engine.send(noted(request, { subject }))
}
