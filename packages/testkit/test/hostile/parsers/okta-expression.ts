// Expressions of Okta's mappings: read, and evaluated.
import { evaluate, Failure, FUNCTIONS, parseExpression, SyntaxFault } from '@scimulator/okta-sim/expression'
import { type Grammar, many, nested, one, seq } from '../grammar.ts'
import { INHERITED } from '../hostile-words.ts'
import { must, textTarget } from '../target.ts'

const SOURCE = {
  login: 'ana@example.com',
  displayName: 'Ana Ömer',
  title: '',
  employeeNumber: '0042',
  long: 'ab'.repeat(200),
}

const attribute = seq(one('user.', 'source.'), one(...Object.keys(SOURCE), 'unknown', one(...INHERITED)))
const text = seq("'", many(one('a', ' ', ',', '@', "''", '\\\\', 'é', '0'), { least: 0, most: 4 }), "'")
const flat = one(attribute, attribute, text, 'null', 'true', '0', '-3', '1.5')

const call: Grammar = (draw) => {
  const [name, { least, most }] = draw.pick([...FUNCTIONS])
  const count = draw.chance(0.9) ? least : Math.min(most, least + 2)
  return `${name}(${Array.from({ length: count }, () => expression(draw)).join(draw.pick([', ', ',']))})`
}
const operated = seq(flat, one(' + ', '==', ' != ', '<', '>=', ' AND ', ' or ', '?:'), one(flat, call))
const choice = seq('(', flat, one(' == ', ' != '), flat, ') ? ', one(flat, call), ' : ', flat)
const expression: Grammar = nested(() => one(call, call, operated, choice, seq('(', flat, ')'), flat), flat, 4)
const deep: Grammar = (draw) => {
  const levels = draw.pick([5, 39, 40, 41, 900])
  return draw.pick([
    `${'('.repeat(levels)}1${')'.repeat(levels)}`,
    `${'!'.repeat(levels)}true`,
    Array(levels).fill('user.a').join('+'),
  ])
}

const FILES = ['parser.ts', 'lexer.ts', 'evaluate.ts'].map((file) => `okta-sim/src/expression/${file}`)

export const oktaExpression = textTarget({
  name: "expressions of Okta's mappings",
  files: FILES,
  grammar: one(expression, expression, expression, expression, call, deep),
  accepts(written) {
    try {
      const tree = parseExpression(written)
      const value = evaluate(tree, SOURCE, 'empty')
      must(JSON.stringify(value).length < 20_000_000, () => 'the value is too long')
    } catch (error) {
      if (error instanceof SyntaxFault) {
        must(error.at >= 0 && error.at <= written.length, () => `the fault is at ${error.at}`)
        return false
      }
      if (!(error instanceof Failure)) throw error
    }
    return true
  },
})
