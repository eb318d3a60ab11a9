// The requests that the probes send, each at another person than the one before.
import { person } from '../../receiver-server.ts'
import { lark, patchOf } from '../servers/lark.ts'
import type { Request, ServerProcess } from '../servers/server-process.ts'

export type Operation = (server: ServerProcess, turn: number) => Request

/** Far enough apart that no two requests in flight meet on one user. */
const STEP = 7_919

export const get: Operation = ({ userIds }, turn) => ({ method: 'GET', path: `/Users/${at(userIds, turn)}` })

export const post: Operation = (_server, turn) => ({
  method: 'POST',
  path: '/Users',
  body: JSON.stringify(lark(10_000_000 + turn)),
})

export const patch: Operation = ({ userIds }, turn) => ({
  method: 'PATCH',
  path: `/Users/${at(userIds, turn)}`,
  body: JSON.stringify(patchOf('replace', 'title', `T${turn}`)),
})

/** By what is looked up, the filter of somebody. */
export function filterOn(written: (userName: string, externalId: unknown) => string): Operation {
  return ({ userIds }, turn) => {
    const { userName, externalId } = person((turn * STEP) % Math.max(1, userIds.length))
    return search(`filter=${encodeURIComponent(written(String(userName), externalId))}`)
  }
}

export function search(query: string): Request {
  return { method: 'GET', path: `/Users?${query}` }
}

function at(ids: readonly string[], turn: number): string {
  return ids[(turn * STEP) % ids.length] ?? 'nobody'
}
