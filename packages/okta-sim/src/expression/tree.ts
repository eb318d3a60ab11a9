export type Operator = '+' | '==' | '!=' | '<' | '>' | '<=' | '>=' | 'AND' | 'OR'

export type Tree =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Tree }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'choice'; readonly if: Tree; readonly then: Tree; readonly else: Tree }
  | { readonly kind: 'elvis'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] }
