// What an expression comes to for one person (O818, O820). An attribute that the person has not is null.
import { type NullRule, textOf } from './expression-function.ts'
import { FUNCTIONS } from './functions/all-functions.ts'
import type { Tree } from './tree.ts'
import { Failure, limited, type Value } from './value.ts'

export type Attributes = Readonly<Record<string, string | undefined>>

/** @throws Failure where it comes to nothing */
export function evaluate(tree: Tree, attributes: Attributes, rule: NullRule): Value {
  const of = (inner: Tree): Value => evaluate(inner, attributes, rule)
  switch (tree.kind) {
    case 'literal':
      return tree.value
    case 'list':
      return tree.items.map((item) => textOf(of(item), rule))
    case 'attribute':
      return Object.hasOwn(attributes, tree.name) ? (attributes[tree.name] ?? null) : null
    case 'not':
      return !truthOf(of(tree.of))
    case 'choice':
      return of(truthOf(of(tree.if)) ? tree.then : tree.else)
    case 'elvis': {
      const left = of(tree.left)
      return left === null || left === '' ? of(tree.right) : left
    }
    case 'call':
      return called(tree, of, rule)
    case 'operator':
      return operated(tree, of, rule)
  }
}

function called({ name, args }: Extract<Tree, { kind: 'call' }>, of: (tree: Tree) => Value, rule: NullRule): Value {
  const known = FUNCTIONS.get(name)
  if (known === undefined) throw new Failure(`There is no function ${name}.`)
  return known.run(args.map(of), rule)
}

function operated(tree: Extract<Tree, { kind: 'operator' }>, of: (tree: Tree) => Value, rule: NullRule): Value {
  const { operator } = tree
  const left = of(tree.left)
  if (operator === 'AND') return truthOf(left) && truthOf(of(tree.right))
  if (operator === 'OR') return truthOf(left) || truthOf(of(tree.right))
  const right = of(tree.right)
  if (operator === '==') return isSame(left, right)
  if (operator === '!=') return !isSame(left, right)
  if (operator !== '+') return compared(operator, left, right)
  if (typeof left === 'number' && typeof right === 'number') return left + right
  return limited(textOf(left, rule) + textOf(right, rule))
}

function truthOf(value: Value): boolean {
  if (typeof value !== 'boolean') throw new Failure('A condition is neither true nor false.')
  return value
}

function isSame(left: Value, right: Value): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function compared(operator: '<' | '>' | '<=' | '>=', left: Value, right: Value): boolean {
  const isAlike = typeof left === typeof right && (typeof left === 'number' || typeof left === 'string')
  if (!isAlike || left === null || right === null) throw new Failure('What is compared is not of one kind.')
  if (operator === '<') return left < right
  if (operator === '>') return left > right
  return operator === '<=' ? left <= right : left >= right
}
