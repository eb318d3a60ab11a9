// Dates: as SCIM has them, as mappings read them, and by formats of .NET. A text and a format are parted by a bar.
import { parseInstant } from '@scimulator/shared/scim'
import { tokenizeFormat } from '../../../../entra-sim/src/expression/date/date-format.ts'
import { parseDateTimeStyles } from '../../../../entra-sim/src/expression/date/date-time-styles.ts'
import { isInRange } from '../../../../entra-sim/src/expression/date/instant.ts'
import { parseDate } from '../../../../entra-sim/src/expression/date/parse-date.ts'
import { parseFormat } from '../../../../entra-sim/src/expression/date/parse-format.ts'
import { printFormat } from '../../../../entra-sim/src/expression/date/print-format.ts'
import type { Draw } from '../draw.ts'
import { digits, type Grammar, many, number, one, seq } from '../grammar.ts'
import { must, textTarget } from '../target.ts'

const date = seq(number(1, 9999, 4), '-', number(1, 12, 2), '-', number(1, 28, 2))
const time = seq(
  one('T', ' '),
  number(0, 23, 2),
  ':',
  number(0, 59, 2),
  one('', seq(':', number(0, 59, 2), one('', seq('.', digits(1, 9))))),
)
const zone = one('', 'Z', seq(one('+', '-'), number(0, 13, 2), ':', number(0, 59, 2)), '+1400', '-0330', '+14:01')
const american = seq(
  number(1, 12),
  '/',
  number(1, 28),
  '/',
  number(1, 9999, 4),
  one('', seq(' ', number(1, 12), ':', number(0, 59, 2), one('', ':30'), one('', ' AM', 'pm', ' PM'))),
)
const RUNS = [
  'yyyy',
  'yy',
  'y',
  'yyyyy',
  'M',
  'MM',
  'MMM',
  'MMMM',
  'd',
  'dd',
  'ddd',
  'dddd',
  'H',
  'HH',
  'h',
  'hh',
  'm',
  'mm',
  's',
  'ss',
  'f',
  'fff',
  'fffffff',
  'F',
  'FFF',
  't',
  'tt',
  'z',
  'zz',
  'zzz',
  'K',
  'g',
  'gg',
]
const format = many(one(...RUNS, '-', '/', ':', ' ', "'T'", '\\d', '"x"', '%d', ',', '.', 'Z'), { least: 1, most: 8 })
const standard = one(
  'yyyy-MM-dd',
  'd',
  'D',
  'o',
  's',
  'u',
  'R',
  'G',
  'yyyyMMddHHmmss.fZ',
  'MM/dd/yyyy hh:mm tt',
  'M/d/yyyy h:mm:ss tt',
  'yyyy-MM-ddTHH:mm:ss.fffK',
  'ddd, dd MMM yyyy HH:mm:ss zzz',
)
const styles = one(
  '',
  '',
  '|none',
  '|AllowWhiteSpaces',
  '|AllowLeadingWhite, allowtrailingwhite',
  '|nocurrentdatedefault',
  '|DateTimeStyles.RoundtripKind',
  '|7',
  '|nonsense',
)

/** A text that has the format, printed by it. */
const fitting: Grammar = (draw) => {
  const chosen = draw.chance(0.5) ? standard(draw) : format(draw)
  const tokens = tokenizeFormat(chosen)
  const instant = parseDate(clean(draw, seq(date, time, 'Z'))) ?? 0n
  return `${tokens === null ? date(draw) : printFormat(instant, tokens, draw.chance(0.5))}|${chosen}${styles(draw)}`
}

function clean(draw: Draw, grammar: Grammar): string {
  const wildness = draw.wildness
  draw.wildness = 0
  const text = grammar(draw)
  draw.wildness = wildness
  return text
}

const FILES = ['parse-date.ts', 'parse-format.ts', 'print-format.ts', 'date-format.ts', 'date-time-styles.ts']

export const dates = textTarget({
  name: 'dates',
  files: ['shared/src/scim/date-time.ts', ...FILES.map((file) => `entra-sim/src/expression/date/${file}`)],
  grammar: one(seq(date, one('', time), zone), american, fitting, fitting, fitting, seq(date, '|', standard)),
  accepts(text) {
    const [given = '', wanted, style] = text.split('|')
    const instant = parseInstant(given)
    must(instant === undefined || Number.isFinite(instant), () => `SCIM reads ${instant}`)
    const read = parseDate(given)
    must(read === null || isInRange(read), () => `mappings read ${read}`)
    return wanted === undefined ? read !== null || instant !== undefined : hasFormat(given, wanted, style ?? null)
  },
})

function hasFormat(given: string, wanted: string, style: string | null): boolean {
  const [tokens, styles] = [tokenizeFormat(wanted), parseDateTimeStyles(style)]
  if (tokens === null || styles === null) return false
  const parsed = parseFormat(given, tokens, styles, { now: 1_767_600_000_000, latestShortYear: 2049 })
  if (parsed === null) return false
  must(isInRange(parsed.instant), () => `the format reads ${parsed.instant}`)
  printFormat(parsed.instant, tokens, parsed.hasZone)
  return true
}
