// Mapping expressions of Entra ID: read, printed and evaluated.
import {
  attributesFrom,
  compileExpression,
  expressionEnvironment,
  expressionFunctions,
  parseExpression,
  printExpression,
} from '@scimulator/entra-sim/expression'
import type { Draw } from '../draw.ts'
import { type Grammar, many, nested, one, seq } from '../grammar.ts'
import { INHERITED } from '../hostile-words.ts'
import { must, textTarget } from '../target.ts'

const SOURCE = {
  ...{
    mail: 'ana@contoso.example',
    displayName: 'Ana Ömer',
    givenName: null,
    accountEnabled: true,
    employeeId: '0042',
  },
  ...{ proxyAddresses: ['SMTP:a@x', 'smtp:b@x'], hired: '2026-01-05T08:00:00Z', long: 'ab'.repeat(200), empty: '' },
}
const attribute = seq('[', one(...Object.keys(SOURCE), 'unknown', one(...INHERITED)), ']')
const text = seq(
  '"',
  many(one('a', ' ', '.', '@', '(', '[a-z]+', '(a+)+$', '$1', '\\"', '\\\\', 'é', 'yyyy-MM-dd', '0'), {
    least: 0,
    most: 4,
  }),
  '"',
)
const bare = one('True', 'False', '0', '3', '-1', '1.5', 'vbTextCompare', 'IgnoreAttributeFlow')

const call: Grammar = (draw) => {
  const { name, parameters } = draw.pick(expressionFunctions)
  const all = parameters.map(() => (draw.chance(0.1) ? '' : expression(draw)))
  return `${draw.chance(0.1) ? name.toLowerCase() : name}(${all.join(draw.pick([', ', ',', ' , ']))})`
}
const comparison: Grammar = seq(
  'IIF(',
  one(attribute, text),
  one(' = ', '<>', ' > ', ' >= ', '<', '<='),
  one(attribute, text, bare),
  ', ',
  one(attribute, text),
  ', ',
  text,
  ')',
)
const switching = seq('Switch(', attribute, ', ', text, ', ', text, ', ', text, ')')
const replacing = seq('Replace(', attribute, ', , ', text, ', , ', text, ', , )')
const example: Grammar = (draw) => exampleOf(draw)
const expression: Grammar = nested(
  () => one(call, call, example, comparison, switching, replacing, attribute, text),
  one(attribute, text),
  4,
)
const deep: Grammar = (draw) => {
  const levels = draw.pick([5, 100, 499, 500, 501])
  return `${'Not('.repeat(levels)}"True"${')'.repeat(levels)}`
}

function exampleOf(draw: Draw): string {
  return draw.pick(expressionFunctions).example?.expression ?? '[mail]'
}

const environment = expressionEnvironment({
  now: 1_767_600_000_000,
  defaultDomain: 'contoso.example',
  takenValues: new Set(['a']),
})
const PARSER = ['parser.ts', 'lexer.ts', 'print.ts', 'check.ts'].map((file) => `entra-sim/src/expression/${file}`)

export const mappingExpression = textTarget({
  name: 'mapping expressions',
  files: PARSER,
  grammar: one(expression, expression, expression, expression, call, deep),
  accepts(written) {
    const parsed = parseExpression(written)
    if (!parsed.ok) return false
    compileExpression(parsed.tree).evaluate(attributesFrom(SOURCE), environment)
    const printed = printExpression(parsed.tree)
    const again = parseExpression(printed)
    must(again.ok && printExpression(again.tree) === printed, () => `printed as ${printed}, which is read otherwise`)
    return true
  },
})
