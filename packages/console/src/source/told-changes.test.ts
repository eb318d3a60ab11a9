import { expect, test } from 'vitest'
import { isOld, toldNames } from './told-changes.ts'

const READ = ['entra.users', 'entra.groups', 'entra.preview-scope', 'lark.members', 'lark.behaviour', 'world.clock']

function oldAfter(event: Readonly<Record<string, unknown>>): readonly string[] {
  const told = new Set(toldNames(event))
  return READ.filter((name) => isOld(name, name === 'entra.preview-scope', told))
}

test('only the views that an event names are read anew, and what a verb has answered', () => {
  expect(oldAfter({ program: 'entra', views: ['users', 'job'] })).toEqual(['entra.users', 'entra.preview-scope'])
  expect(oldAfter({ program: 'receiver', views: ['members'] })).toEqual(['lark.members'])
  expect(oldAfter({ program: 'entra', views: [] })).toEqual([])
})

test('without names all views of the program are meant', () => {
  expect(oldAfter({ program: 'receiver' })).toEqual(['lark.members', 'lark.behaviour'])
  expect(oldAfter({ program: '*' })).toEqual(READ)
})
