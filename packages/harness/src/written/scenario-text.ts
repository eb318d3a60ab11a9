// A scenario as the text of a file, in the form that the collection has. Pure.
import { Document, isCollection, isMap, isPair, isScalar, isSeq, visit } from 'yaml'

export interface WrittenScenario {
  readonly scenario: string
  readonly description: string
  readonly given: object
  readonly steps: readonly object[]
  readonly expect: readonly object[]
}

/** A line a step, a line an expectation where it is short, and where it is not a line for each that must be there. */
export function scenarioText(scenario: WrittenScenario): string {
  const document = new Document(scenario, { aliasDuplicateObjects: false })
  visit(document, {
    Collection(_key, node, path) {
      // Steps and expectations are blocks; what they are given is written on their line.
      const depth = path.filter((one) => isCollection(one)).length
      const isItem = isMap(node) && isSeq(path.at(-1))
      if ((depth > 2 && !isList(path.at(-1))) || (isItem && isShort(node.toJSON()))) node.flow = true
    },
  })
  return document.toString({ lineWidth: 160, flowCollectionPadding: true })
}

/** What must be there, by name. */
function isList(parent: unknown): boolean {
  return isPair(parent) && isScalar(parent.key) && parent.key.value === 'exactly'
}

function isShort(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'view' in value && JSON.stringify(value).length < 100
}
