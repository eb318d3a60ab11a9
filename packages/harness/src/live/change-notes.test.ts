import { byName, type Control, defineView } from '@scimulator/shared/behaviour'
import { createEventHub } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { changeNotes } from './change-notes.ts'

const shows = (name: string, watches?: readonly string[]) =>
  defineView({
    name,
    describes: name,
    query: z.looseObject({}),
    item: z.object({}),
    ...(watches ? { watches } : {}),
    read: () => [],
  })

function watched() {
  let seq = 0
  const control: Control = {
    name: 'entra',
    verbs: new Map(),
    views: byName([shows('users', ['user']), shows('groups', ['group', 'user']), shows('tenant')]),
    seq: () => seq,
    idle: async () => {},
    snapshot: () => undefined,
    restore: () => {},
    reset: () => {},
  }
  const hub = createEventHub('test')
  const told: unknown[] = []
  hub.subscribe(({ data }) => told.push(data))
  return { notes: changeNotes(hub, () => new Map([['entra', { control }]])), told, step: () => (seq += 1) }
}

test('views that watch a changed collection are named, and those that do not say what they watch', () => {
  const { notes, told, step } = watched()
  notes.now()
  step()
  notes.stored('entra', new Set(['group']))
  notes.now()
  notes.stored('entra', new Set(['user']))
  notes.stored('entra', new Set(['mails']))
  notes.now()
  notes.now()
  expect(told.slice(1)).toEqual([
    { program: 'entra', seq: 1, views: ['groups', 'tenant'] },
    { program: 'entra', seq: 1, views: ['users', 'groups', 'tenant'] },
  ])
})

test('where nobody can tell what has changed, no view is named, and all are meant', () => {
  const { notes, told, step } = watched()
  notes.now()
  step()
  notes.now()
  notes.stored('entra', new Set(['user', '*']))
  notes.now()
  notes.now('entra')
  expect(told).toEqual([{ program: 'entra', seq: 0 }, ...Array(3).fill({ program: 'entra', seq: 1 })])
})

test('what the store tells is told in a moment, several steps at once', async () => {
  const { notes, told } = watched()
  notes.now()
  notes.stored('entra', new Set(['user']))
  notes.stored('entra', new Set(['group']))
  await expect.poll(() => told).toHaveLength(2)
  expect(told[1]).toMatchObject({ views: ['users', 'groups', 'tenant'] })
})
