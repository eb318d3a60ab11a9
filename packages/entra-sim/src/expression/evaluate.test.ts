import { expect, test } from 'vitest'
import { compileExpression, expressionEnvironment } from './index.ts'

const active = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'

test.each([
  [active, { IsSoftDeleted: false }, 'True'],
  [active, { IsSoftDeleted: true }, 'False'],
  [active, {}, null],
  ['Join(" ", [givenName], [surname])', { givenName: 'John', surname: 'Doe' }, 'John Doe'],
  ['[mail]', { mail: 'a@b.c' }, 'a@b.c'],
  ['"x"', {}, 'x'],
  ['Not([IsSoftDeleted])', { IsSoftDeleted: false }, 'True'],
  ['Append(Mid([givenName],1,3), Mid([surname],1,5))', { givenName: 'John', surname: 'Doe' }, 'JohDoe'],
])('%s with %j is %j', (text, source: Record<string, string | boolean>, expected) => {
  const evaluation = compileExpression(text).evaluate((name) => source[name], expressionEnvironment())
  expect(evaluation).toEqual({ kind: 'value', value: expected })
})
