// The baseline: an Express 5 application as its guide writes one. It stays as it is, whatever becomes faster.
import express from 'express'
import { person } from '../../receiver-server.ts'
import type { Served } from './serve.ts'

export function echoListener(): Served {
  const stored = person(0)
  const app = express()
  app.use(express.json({ type: ['application/json', 'application/scim+json'] }))
  app.get('/scim/v2/Users', (_request, response) => {
    response.json({ totalResults: 1, Resources: [stored] })
  })
  app.get('/scim/v2/Users/:id', (_request, response) => {
    response.json(stored)
  })
  app.post('/scim/v2/Users', (request, response) => {
    response.status(201).json(request.body)
  })
  app.patch('/scim/v2/Users/:id', (request, response) => {
    response.json(request.body)
  })
  return { listener: app, userIds: [], groupIds: [] }
}
