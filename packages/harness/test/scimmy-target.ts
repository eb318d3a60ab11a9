// A SCIM service provider that is not ours: SCIMMY behind its own Express routers, with the plainest store that can be.

import { listen } from '@scimulator/shared/http'
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'

/** The store asks for no more than SCIMMY's types do; everything else is kept as it comes. */
type Stored = { id: string; userName: string; displayName: string } & Record<string, unknown>

const TOKEN = 'scimmy-target-token-0001'

export interface ScimmyTarget {
  readonly url: string
  readonly token: string
  readonly users: ReadonlyMap<string, Stored>
  readonly groups: ReadonlyMap<string, Stored>
  close(): Promise<void>
}

export async function startScimmyTarget(): Promise<ScimmyTarget> {
  const users = new Map<string, Stored>()
  const groups = new Map<string, Stored>()
  const userHandlers = handlersFor(users, 'userName')
  const groupHandlers = handlersFor(groups, 'displayName')
  // SCIMMY keeps one declaration per process: a second target takes the first one's place.
  const { User, Group } = SCIMMY.Resources
  User.extend(SCIMMY.Schemas.EnterpriseUser, false)
  SCIMMY.Resources.declare(User.ingress(userHandlers.ingress).egress(userHandlers.egress).degress(userHandlers.degress))
  SCIMMY.Resources.declare(
    Group.ingress(groupHandlers.ingress).egress(groupHandlers.egress).degress(groupHandlers.degress),
  )
  const app = express()
  app.use(
    '/scim',
    new SCIMMYRouters({
      type: 'bearer',
      handler(request) {
        if (request.header('authorization') !== `Bearer ${TOKEN}`) throw new Error('Unknown token')
        return 'client'
      },
    }),
  )
  const server = await listen(app)
  return { url: `${server.url}/scim`, token: TOKEN, users, groups, close: () => server.close(0) }
}

interface Asked {
  readonly id?: string
  readonly filter?: SCIMMY.Types.Filter
}

function handlersFor(store: Map<string, Stored>, unique: string) {
  const found = ({ id = '' }: Asked): Stored => {
    const stored = store.get(id)
    if (stored) return stored
    throw new SCIMMY.Types.Error(404, '', `${id} not found`)
  }
  return {
    ingress(asked: Asked, data: object) {
      const value: Stored = JSON.parse(JSON.stringify(data))
      const taken = [...store.values()].find((stored) => same(stored[unique], value[unique]) && stored.id !== asked.id)
      if (taken) throw new SCIMMY.Types.Error(409, 'uniqueness', `${String(value[unique])} exists already`)
      const id = asked.id === undefined ? nextId() : found(asked).id
      const stored = { ...value, id }
      store.set(id, stored)
      return stored
    },
    egress(asked: Asked): Stored[] | Stored {
      if (asked.id !== undefined) return found(asked)
      const all = [...store.values()]
      return asked.filter ? asked.filter.match(all) : all
    },
    degress(asked: Asked) {
      store.delete(found(asked).id)
    },
  }
}

let created = 0

function nextId(): string {
  created += 1
  return `00000000-0000-4000-8000-${String(created).padStart(12, '0')}`
}

function same(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase()
}
