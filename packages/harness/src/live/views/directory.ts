import { defineView, type ViewItem } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { ForeignKind, ForeignResource } from '../foreign/foreign-target.ts'
import type { LiveWorld } from '../world-port.ts'

const DirectoryItem = z.object({
  id: z.string(),
  name: z.string().nullable().describe('userName or displayName'),
  displayName: z.string().nullable(),
  active: z.boolean().nullable(),
  members: z.number().int().nullable(),
  lastModified: z.string().nullable().describe('As the endpoint says'),
  readAt: z.string().describe('When it was read'),
  resource: z.record(z.string(), z.unknown()).describe('The resource as it was read'),
})
export type DirectoryItem = z.infer<typeof DirectoryItem>

export const directoryUsers = (world: LiveWorld) =>
  defineView({
    name: 'directory-users',
    describes: 'Users that were made at the endpoint in the place of the receiver; those of others are never shown.',
    query: z.strictObject({}),
    item: DirectoryItem,
    read: () => itemsOf(world, 'Users'),
  })

export const directoryGroups = (world: LiveWorld) =>
  defineView({
    name: 'directory-groups',
    describes: 'Groups that were made at the endpoint in the place of the receiver; those of others are never shown.',
    query: z.strictObject({}),
    item: DirectoryItem,
    read: () => itemsOf(world, 'Groups'),
  })

function itemsOf({ directory }: LiveWorld, kind: ForeignKind): readonly ViewItem<DirectoryItem>[] {
  const seen = directory?.of(kind) ?? []
  return seen.map(({ resource, readAt }) => ({ key: resource.id, value: itemOf(resource, kind, isoTime(readAt)) }))
}

function itemOf(resource: ForeignResource, kind: ForeignKind, readAt: string): DirectoryItem {
  const { id, active, members } = resource
  return {
    id,
    name: textOf(kind === 'Users' ? resource.userName : resource.displayName),
    displayName: textOf(resource.displayName),
    active: typeof active === 'boolean' ? active : null,
    members: kind === 'Groups' ? (Array.isArray(members) ? members.length : 0) : null,
    lastModified: textOf(Object(resource.meta).lastModified),
    readAt,
    resource: { ...resource },
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
