import { type ExpressionTree, findFunction, printExpression } from '../../expression/index.ts'
import type { LintContext, LintRow, LintRule, Report } from './finding.ts'

const workEmail = 'emails[type eq "work"].value'

/** What Lark's directory sync asks of a mapping. */
export const larkRules: readonly LintRule[] = [
  {
    id: 'lark-required-not-mapped',
    severity: 'error',
    profiles: ['lark'],
    why: 'Lark refuses a member without a work email or a name.',
    source: 'Lark B02, B04',
    check: ({ rows, isUser }) =>
      (isUser ? [workEmail, 'displayName'] : [])
        .filter((name) => !rows.some((row) => row.mapping.targetAttributeName === name))
        .map((name) => ({
          row: null,
          message: `${name} is not mapped, and Lark requires it.`,
          suggestion: `Add ${name} from ${name === workEmail ? '[userPrincipalName]' : '[displayName]'}.`,
        })),
  },
  {
    id: 'lark-userName-and-work-email-differ',
    severity: 'error',
    profiles: ['lark'],
    why: 'userName and the work email must have the same value, or the sync of that user fails with a 400.',
    source: 'Lark B13',
    check: checkSameSource,
  },
  {
    id: 'lark-phone-type-not-read',
    severity: 'warning',
    profiles: ['lark'],
    why: 'Lark reads the number of type work; mobile is only its fallback, and other types are not read at all.',
    source: 'Lark B11',
    check: checkPhones,
  },
  {
    id: 'lark-country-not-two-letters',
    severity: 'warning',
    profiles: ['lark'],
    why: 'The country must be an ISO 3166-1 alpha-2 code such as NO; any other value is a 400.',
    source: 'Lark B09',
    check: ({ rows }) =>
      rows
        .filter((row) => row.path?.attribute === 'addresses' && row.path.subAttribute === 'country')
        .filter((row) => row.tree !== null && !hasTwoLetters(row.tree))
        .map((row) => ({
          row,
          offset: 0,
          message: `The country comes from ${row.text}, which is free text in Entra.`,
          suggestion: 'Map it from [usageLocation], or translate it: Switch([country], , "Norway", "NO", …).',
        })),
  },
]

function checkSameSource({ rows }: LintContext): readonly Report[] {
  const userName = rows.find((row) => row.mapping.targetAttributeName === 'userName')
  const email = rows.find((row) => row.mapping.targetAttributeName === workEmail)
  if (userName?.tree === null || userName === undefined || email?.tree === null || email === undefined) return []
  if (printExpression(userName.tree) === printExpression(email.tree)) return []
  const message = `userName comes from ${userName.text}, the work email from ${email.text}.`
  return [{ row: email, offset: 0, message, suggestion: `Map ${workEmail} from ${userName.text}, as userName is.` }]
}

function checkPhones({ rows }: LintContext): readonly Report[] {
  const phones = rows.filter((row) => row.path?.attribute === 'phoneNumbers')
  const hasWork = phones.some((row) => typeOf(row) === 'work')
  return phones
    .filter((row) => typeOf(row) !== 'work')
    .map((row) => {
      const isFallback = typeOf(row) === 'mobile' && !hasWork
      const message = isFallback
        ? 'The number is sent with type mobile, which Lark reads only because there is none of type work.'
        : `The number of type ${typeOf(row)} is not read.`
      const suggestion = hasWork ? 'Delete the mapping.' : `Map phoneNumbers[type eq "work"].value from ${row.text}.`
      return { row, message, suggestion }
    })
}

function typeOf(row: LintRow): string {
  return row.path?.filter?.value.toLowerCase() ?? ''
}

/** Whether every value that a tree can give is a two-letter code. */
function hasTwoLetters(tree: ExpressionTree | null): boolean {
  if (tree === null) return true
  if (tree.kind === 'constant') return /^[A-Z]{2}$/.test(tree.value)
  if (tree.kind === 'attribute') return tree.name === 'usageLocation'
  if (tree.kind !== 'function') return false
  switch (findFunction(tree.name)?.name) {
    case 'Switch':
      return tree.arguments.every((one, index) => (index !== 1 && index % 2 === 0) || hasTwoLetters(one))
    case 'IIF':
      return tree.arguments.slice(1).every(hasTwoLetters)
    case 'IgnoreFlowIfNullOrEmpty':
      return hasTwoLetters(tree.arguments[0] ?? null)
    default:
      return false
  }
}
