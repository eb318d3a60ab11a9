import { expect, test } from 'vitest'
import { blames, type Cell, type Form, type Kind } from './write-table.ts'

function row(attribute: string, kind: Kind, outcomes: Partial<Record<Form, Cell['outcome']>>): Cell[] {
  return (['path', 'capital', 'add', 'object'] as const).map((form) => ({
    attribute,
    kind,
    form,
    outcome: outcomes[form] ?? 'done',
    detail: '',
  }))
}

const mechanisms = (cells: readonly Cell[]): string[] => blames(cells).map(({ mechanism }) => mechanism)

test.each<[string, Cell[], string[]]>([
  ['all is well', row('title', 'simple', {}), []],
  [
    'nothing can be written',
    row('title', 'simple', { path: 'refused', capital: 'refused', add: 'refused', object: 'refused' }),
    ['nothing'],
  ],
  [
    'one attribute is dead, others of its kind live: the attribute',
    [
      ...row('title', 'simple', { path: 'not-done', capital: 'not-done', add: 'not-done', object: 'not-done' }),
      ...row('nickName', 'simple', {}),
    ],
    ['attribute'],
  ],
  [
    'one form is dead for all that live: the form',
    [...row('title', 'simple', { object: 'not-done' }), ...row('nickName', 'simple', { object: 'not-done' })],
    ['object/simple'],
  ],
  [
    'one form is dead for one of two: the attribute',
    [...row('title', 'simple', { object: 'not-done' }), ...row('nickName', 'simple', {})],
    ['attribute'],
  ],
  [
    'a kind cannot be written at all: its path, and nothing of the other forms',
    [
      ...row('title', 'simple', {}),
      ...row('name.givenName', 'dotted', { path: 'refused', capital: 'refused', add: 'refused', object: 'refused' }),
    ],
    ['path/dotted'],
  ],
])('%s', (_title, cells, expected) => {
  expect(mechanisms(cells)).toEqual(expected)
})
