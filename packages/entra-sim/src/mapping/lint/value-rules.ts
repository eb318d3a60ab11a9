import { type ExpressionTree, quoteText } from '../../expression/index.ts'
import { everywhere, type LintRule } from './finding.ts'
import { callsOf } from './trees.ts'

const reference = 'Microsoft: Reference for writing expressions for attribute mappings'

/** Rules about values that come out a little different from what one reads. */
export const valueRules: readonly LintRule[] = [
  {
    id: 'replace-group-keeps-space',
    severity: 'warning',
    profiles: everywhere,
    why: 'A group keeps all that it matches: with a space at its end it gives "44 ", which no key "44" equals.',
    source: `${reference} (Replace); Workday expression mapping guide`,
    check: (context) =>
      callsOf(context, 'Replace').flatMap(({ row, call }) => {
        const [, , pattern, groupName] = call.arguments
        const group = groupEndingInSpace(textOf(pattern), textOf(groupName))
        return group === null || pattern === null || pattern === undefined
          ? []
          : [
              {
                row,
                offset: pattern.span.start,
                message: `The group ${group} ends with a space, which becomes part of its value.`,
                suggestion: `Put the space behind the group: (?<${group}>…) instead of (?<${group}>… ).`,
              },
            ]
      }),
  },
  {
    id: 'date-offset-moves-day',
    severity: 'info',
    profiles: everywhere,
    why: 'A date with an offset is brought to UTC, so midnight east of it falls on the day before.',
    source: `${reference} (CDate, FormatDateTime)`,
    check: (context) =>
      callsOf(context, 'FormatDateTime')
        .filter(({ call }) => isDayWithOffset(textOf(call.arguments[2])))
        .map(({ row, call }) => ({
          row,
          offset: call.arguments[2]?.span.start ?? call.span.start,
          message: 'A date without a time is read with its offset: 2021-06-30+08:00 becomes 2021-06-29.',
          suggestion: `Cut the offset off first, such as Left([attribute], 10) with the format ${quoteText('yyyy-MM-dd')}.`,
        })),
  },
]

function textOf(tree: ExpressionTree | null | undefined): string {
  return tree?.kind === 'constant' ? tree.value : ''
}

/** Name of the group that the call reads, or of any when it names none, whose last character is a space. */
function groupEndingInSpace(pattern: string, groupName: string): string | null {
  const groups = [...pattern.matchAll(/\(\?<(\w+)>[^()]* \)/g)].map((match) => match[1] ?? '')
  return groups.find((group) => groupName === '' || group === groupName) ?? null
}

function isDayWithOffset(format: string): boolean {
  return /[zK]/.test(format) && !/[Hh]/.test(format)
}
