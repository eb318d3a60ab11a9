import { type ExpressionError, expressionError } from './expression-error.ts'
import { type ExpressionTree, walkExpression } from './tree.ts'

/** Names that other products use, and those that cannot be mapped, with what to write. Keys are in lower case. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['id', 'Write [objectId].'],
  ['businessphones', 'Write [telephoneNumber].'],
  ['mobilephone', 'Write [mobile].'],
  ['officelocation', 'Write [physicalDeliveryOfficeName].'],
  ['faxnumber', 'Write [facsimileTelephoneNumber].'],
  ['usertype', 'userType cannot be mapped; use a directory extension, [extension_…].'],
  ['samaccountname', 'sAMAccountName cannot be mapped; use a directory extension, [extension_…].'],
])

/**
 * The attributes of a tree that the source does not have, each as an error at its place. Names are case-sensitive, and a
 * name that differs in case only is suggested; directory extensions (`extension_…`) always pass.
 * Source: azure-docs#58604; Microsoft, Known issues for provisioning.
 */
export function checkAttributes(text: string, tree: ExpressionTree, known: ReadonlySet<string>): ExpressionError[] {
  return [...walkExpression(tree)]
    .filter((node) => node.kind === 'attribute')
    .filter((node) => !known.has(node.name) && !node.name.startsWith('extension_'))
    .map(({ name, span }) => {
      const message = `The source has no attribute ${name}; names are case-sensitive.`
      return expressionError(text, 'unknownAttribute', span.start, message, suggestion(name, known))
    })
}

function suggestion(name: string, known: ReadonlySet<string>): string {
  const sameLetters = [...known].find((one) => one.toLowerCase() === name.toLowerCase())
  if (sameLetters !== undefined) return `Write [${sameLetters}].`
  return otherNames.get(name.toLowerCase()) ?? 'Look the name up in the attribute list of the source.'
}
