import type { IncomingMessage, ServerResponse } from 'node:http'
import { writeJson } from '@scimulator/shared/http'
import type { Engine } from '../engine.ts'

export function createApi(_engine: Engine) {
  return async (_request: IncomingMessage, response: ServerResponse): Promise<void> => {
    writeJson(response, 404, { message: 'Not Found' })
  }
}
