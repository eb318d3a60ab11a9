import { z } from 'zod'
import { collection, single } from '../collection.ts'
import { notFound } from '../graph-error.ts'
import { type GraphCall, operation, parameter } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { renderDirectoryObject } from '../resources/directory-object-resource.ts'
import type { DirectoryObject } from './relationships.ts'

const Wanted = z.looseObject({ ids: z.array(z.string()).max(1_000), types: z.array(z.string()).default([]) })

/** Graph directoryObject: get, getByIds. */
export const directoryObjectOperations = [
  operation('GET', '/directoryObjects/{object}', (call) => {
    const id = parameter(call, 'object')
    const found = directoryObject(call, id)
    if (!found) throw notFound(id)
    return single(call, renderDirectoryObject(found), 'directoryObjects')
  }),

  operation('POST', '/directoryObjects/getByIds', (call) => {
    const { ids, types } = readBody(Wanted, call.body)
    const found = ids.flatMap((id) => directoryObject(call, id) ?? []).map((one) => renderDirectoryObject(one))
    const isWanted = (type: unknown) => types.length === 0 || types.some((name) => `#microsoft.graph.${name}` === type)
    return collection(
      call,
      found.filter((one) => isWanted(one['@odata.type'])),
      { context: 'directoryObjects', pageSize: 1_000, maxPageSize: 1_000 },
    )
  }),
]

/** Those in the bin are hidden. */
function directoryObject({ context }: GraphCall, id: string): DirectoryObject | undefined {
  const { view } = context.ports
  const found = view.users.get(id.toLowerCase()) ?? view.groups.get(id.toLowerCase())
  return found?.deletedAt === undefined ? found : undefined
}
