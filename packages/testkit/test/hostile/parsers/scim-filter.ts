// SCIM filters (RFC 7644 §3.4.2.2).
import { parseFilter, printFilter } from '@scimulator/shared/scim'
import { digits, type Grammar, many, maybe, nested, one, seq } from '../grammar.ts'
import { INHERITED } from '../hostile-words.ts'
import { must, textTarget, unlessRefused } from '../target.ts'

const NAMES = ['userName', 'emails', 'name', 'active', 'meta', 'members', 'externalId', 'a', '$ref', 'x509-b_1']
const name: Grammar = one(...NAMES, one(...INHERITED))
const urn = one('urn:ietf:params:scim:schemas:core:2.0:User:', 'urn:x:1.5:', 'a:')
export const attributePath: Grammar = seq(one('', '', '', urn), name, one('', '', seq('.', name)))
const escaped = one('\\"', '\\\\', '\\/', '\\n', '\\u00e9', '\\ud83d\\ude00', '\\u0000')
const quoted = seq('"', many(one('a', 'Ana', ' ', 'é', '😀', '(', ']', escaped), { least: 0, most: 4 }), '"')
const single = seq("'", many(one('a', '"', "\\'", ' '), { least: 0, most: 3 }), "'")
const numeric = seq(
  one('', '-'),
  one('0', seq('1', digits(0, 5))),
  maybe(seq('.', digits(1, 4))),
  one('', '', 'e5', 'E-2'),
)
const literal = one(quoted, quoted, numeric, 'true', 'false', 'null', 'TRUE', 'Null', single, 'bare')
const operator = one('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'EQ', 'Sw')
const space = one(' ', ' ', '  ', '\t', '\n')
const test = (path: Grammar): Grammar => one(seq(path, space, 'pr'), seq(path, space, operator, space, literal))
const joined =
  (operand: () => Grammar): Grammar =>
  (draw) =>
    many(operand(), { most: 3, by: draw.pick([' and ', ' or ', ' AND ']) })(draw)

/** What stands in brackets: a value path within another is not in the grammar. */
export const elementFilter: Grammar = nested(
  () => joined(() => one(test(name), test(name), seq('(', elementFilter, ')'), seq('not (', elementFilter, ')'))),
  test(name),
  3,
)
const valuePath = seq(
  one('emails', 'members', 'urn:x:1.5:a'),
  '[',
  elementFilter,
  ']',
  one('', '', (draw) => `.${test(name)(draw)}`),
)
const deep: Grammar = (draw) => {
  const levels = 1 + draw.below(64)
  return `${draw.pick(['(', 'not ('])}`.repeat(levels) + test(name)(draw) + ')'.repeat(levels)
}
export const filter: Grammar = nested(
  () =>
    joined(() =>
      one(
        test(attributePath),
        test(attributePath),
        valuePath,
        seq('(', filter, ')'),
        seq('not (', filter, ')'),
        seq('not ', filter),
      ),
    ),
  test(attributePath),
)

export const scimFilter = textTarget({
  name: 'SCIM filters',
  files: ['shared/src/scim/filter/parse.ts', 'shared/src/scim/filter/lexer.ts', 'shared/src/scim/filter/print.ts'],
  grammar: one(filter, filter, filter, filter, deep),
  accepts: (text) =>
    unlessRefused(['ScimError'], () => {
      const printed = printFilter(parseFilter(text))
      const again = printFilter(parseFilter(printed, { maxLength: Number.POSITIVE_INFINITY }))
      must(again === printed, () => `printed as ${printed}, which is read as ${again}`)
    }),
})
