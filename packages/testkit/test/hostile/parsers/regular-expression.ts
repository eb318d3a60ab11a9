// Patterns of mappings, which come from whoever writes one: no pattern may take longer than its budget of steps.
import { defaultRegexStepLimit } from '@scimulator/entra-sim/expression'
import { compileRegex, findMatches, substitute } from '@scimulator/shared/regex'
import { type Grammar, many, maybe, nested, number, one, seq } from '../grammar.ts'
import { must, textTarget } from '../target.ts'

const TEXTS = ['', 'ana.omer@contoso.example', `${'a'.repeat(30)}!`, 'Ab1 ÉÉ\nß 😀 x_y', 'ab '.repeat(20)]
const escaped = one(
  '\\d',
  '\\w',
  '\\s',
  '\\D',
  '\\W',
  '\\S',
  '\\.',
  '\\\\',
  '\\t',
  '\\n',
  '\\x41',
  '\\u00e9',
  '\\b',
  '\\B',
  '\\A',
  '\\z',
  '\\p{L}',
  '\\P{Nd}',
  '\\p{Lu}',
  '\\e',
  '\\f',
  '\\r',
  '\\v',
  '\\a',
  '\\Z',
  '\\G',
  '\\cA',
  '\\0',
  '\\07',
)
const inClass = one(
  'a',
  'a-z',
  'A-Z',
  '0-9',
  '_',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '\\]',
  '\\-',
  'é',
  '-',
  '\\p{L}',
  '\\x41',
  '\\b',
  'a-z-[aeiou]',
  '[:alpha:]',
  ']',
)
const group = seq('[', one('', '^'), many(inClass, { most: 4 }), ']')
const quantifier = one('*', '+', '?', '*?', '+?', '??', '{2}', '{1,}', '{0,3}', '{2,4}?', '{,2}', '*+')
const atom: Grammar = nested(
  () =>
    one(
      'a',
      'b',
      'x',
      '@',
      '.',
      escaped,
      group,
      seq('(', pattern, ')'),
      seq('(?:', pattern, ')'),
      seq('(?<n>', pattern, ')'),
      seq(one('(?=', '(?!', '(?<=', '(?<!', '(?>', '(?i:', '(?-i:', "(?'q'"), pattern, ')'),
    ),
  one('a', escaped, group),
  4,
)
const back = one('\\1', '\\k<n>', '\\2', "\\k'n'", '\\k{n}')
const term = seq(atom, one('', '', quantifier))
const pattern: Grammar = nested(() => one(many(term, { most: 4 }), seq(many(term), '|', maybe(many(term)))), 'a', 5)
const catastrophe = one(
  '(a+)+$',
  '(a|a)*b',
  '(a*)*c',
  '^(\\w+\\s?)*$',
  '(.*)(.*)(.*)(.*)[^a]$',
  '(a|aa)+!',
  '([a-z]+)*@',
  '(x+x+)+y',
  '(?:a{0,30}){0,30}b',
)
const whole = seq(
  one('', '^', '(?i)', '(?s)', '(?m)', '(?x)', '(?imsx)', '(?i-s)'),
  pattern,
  one('', '', back, '(?#c)'),
  one('', '$'),
)
const REPLACEMENTS = ['$1-${n}$$', "$&$`$'$+$_", '${missing}$9', '']
/** Of the half million that mappings have, so that many patterns are asked; one in so many gets them all. */
const STEPS = 3_000
const WHOLE_BUDGET_EVERY = 200

let asked = 0

export const regularExpression = textTarget({
  name: 'regular expressions',
  files: [
    'shared/src/regex/parse-pattern.ts',
    'shared/src/regex/parse-class.ts',
    'shared/src/regex/matcher.ts',
    'shared/src/regex/substitute.ts',
    'shared/src/regex/quantifier.ts',
  ],
  grammar: one(whole, whole, whole, whole, catastrophe, (draw) => '('.repeat(number(1, 300)(draw).length * 60)),
  accepts(text) {
    const compiled = compileRegex(text)
    if (!compiled.ok) {
      must(compiled.message !== '', () => 'it is refused without a word')
      return false
    }
    asked += 1
    const steps = asked % WHOLE_BUDGET_EVERY === 0 ? defaultRegexStepLimit : STEPS
    for (const subject of TEXTS) {
      const found = findMatches(compiled.regex, subject, steps, 'all')
      if (!found.ok) continue
      for (const match of found.matches) {
        must(
          match.start <= match.end && match.end <= subject.length,
          () => `a match from ${match.start} to ${match.end}`,
        )
        for (const replacement of REPLACEMENTS) substitute(replacement, match, compiled.regex, subject)
      }
    }
    return true
  },
})
