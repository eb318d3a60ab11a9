// SCIMMY behind its own routers. Its users are in a Map, and a look-up by one value is answered by another Map, as whoever runs it at such a
// size would write it.
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'
import { person, TOKEN } from '../../receiver-server.ts'
import type { Served } from './serve.ts'

type Stored = { id: string; userName: string; displayName: string } & Record<string, unknown>
interface Asked {
  readonly id?: string
  readonly filter?: SCIMMY.Types.Filter
}

export function scimmyListener(people: number): Served {
  const users = new Map<string, Stored>()
  for (let index = 0; index < people; index += 1) {
    const id = `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    users.set(id, { ...(person(index) as Omit<Stored, 'id'>), id } as Stored)
  }
  declare(users, lookUpOver(users))
  const app = express()
  app.use('/scim/v2', new SCIMMYRouters({ type: 'bearer', handler: signedIn }))
  return { listener: app, userIds: [...users.keys()], groupIds: [] }
}

function signedIn(request: express.Request): string {
  if (request.header('authorization') !== `Bearer ${TOKEN}`) throw new Error('Unknown token')
  return 'client'
}

type LookUp = (filter: SCIMMY.Types.Filter) => Stored[]

function lookUpOver(users: ReadonlyMap<string, Stored>): LookUp {
  const byValue = new Map<unknown, Stored>()
  for (const user of users.values())
    for (const value of [user.userName, user.externalId]) byValue.set(String(value).toLowerCase(), user)
  return (filter) => {
    const asked = /"([^"]+)"$/.exec(String(filter.expression))?.[1]
    const found = byValue.get(asked?.toLowerCase())
    return found ? filter.match([found]) : []
  }
}

function declare(users: Map<string, Stored>, lookUp: LookUp): void {
  const { User } = SCIMMY.Resources
  const found = ({ id = '' }: Asked): Stored => {
    const stored = users.get(id)
    if (stored) return stored
    throw new SCIMMY.Types.Error(404, '', `${id} not found`)
  }
  User.extend(SCIMMY.Schemas.EnterpriseUser, false)
  SCIMMY.Resources.declare(
    User.ingress((asked: Asked, data: object) => {
      const stored: Stored = { ...JSON.parse(JSON.stringify(data)), id: asked.id ?? String(users.size) }
      users.set(stored.id, stored)
      return stored
    })
      .egress((asked: Asked) => (asked.id === undefined ? lookUp(asked.filter as SCIMMY.Types.Filter) : found(asked)))
      .degress((asked: Asked) => void users.delete(found(asked).id)),
  )
}
