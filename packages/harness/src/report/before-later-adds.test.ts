import { expect, test } from 'vitest'
import { beforeLaterAdds } from './before-later-adds.ts'
import type { ExchangeRecord } from './recording.ts'

function patch(n: number, ...operations: readonly unknown[]): ExchangeRecord {
  const body = JSON.stringify({ Operations: operations })
  return {
    n,
    at: '',
    ms: 1,
    sender: 'entra',
    request: { method: 'PATCH', url: 'http://a/Groups/f', headers: [], body },
  }
}

const add = (id: string) => ({ op: 'Add', path: 'members', value: [{ value: id }] })
const REMOVE = patch(1, { op: 'Remove', path: 'members', value: [{ value: 'e' }] })
const VIEWS = {
  'directory.users': { 'eva@c.test': { id: 'e' }, 'hans@c.test': { id: 'h' } },
  'directory.groups': { Finance: { id: 'f', members: ['eva@c.test', 'hans@c.test'] } },
}
const FINANCE = VIEWS['directory.groups'].Finance

test.each([
  ['as it was found, where nothing came later', [REMOVE], ['eva@c.test', 'hans@c.test']],
  ['without whom a later write has put in', [REMOVE, patch(2, add('e'))], ['hans@c.test']],
  [
    'as it was found, where the write that put somebody in came before',
    [patch(0, add('e')), REMOVE],
    ['eva@c.test', 'hans@c.test'],
  ],
])('a group is %s', (_, exchanges, members) => {
  expect(beforeLaterAdds(FINANCE, REMOVE, exchanges, VIEWS)?.members).toEqual(members)
})

test.each([
  ['a later write took somebody out', patch(2, { op: 'Remove', path: 'members[value eq "h"]' })],
  ['a later write put all others out', patch(2, { op: 'Replace', path: 'members', value: [{ value: 'h' }] })],
  ['nobody knows who came later', patch(2, add('x'))],
])('it cannot be told where %s', (_, later) => {
  expect(beforeLaterAdds(FINANCE, REMOVE, [REMOVE, later], VIEWS)).toBe(undefined)
})

test('a person is as they were found', () => {
  const eva = VIEWS['directory.users']['eva@c.test']
  expect(beforeLaterAdds(eva, REMOVE, [REMOVE, patch(2, add('e'))], VIEWS)).toBe(eva)
})
