// The attribute list of the target while somebody changes it. Pure.
import type { Views } from '../../source/source.ts'

type Shown = Views['entra.target-attributes']

/** As `save-attributes` takes it. */
export interface ListedAttribute extends Pick<Shown, 'name' | 'type' | 'required' | 'exactCase' | 'referencedObject'> {
  readonly multiValued: boolean
}

/** The types that the page offers (MS4). */
export const TYPES: readonly ListedAttribute['type'][] = [
  'String',
  'Boolean',
  'DateTime',
  'Integer',
  'Reference',
  'Binary',
]

export const NEW_ATTRIBUTE: ListedAttribute = {
  name: '',
  type: 'String',
  multiValued: false,
  required: false,
  exactCase: false,
  referencedObject: null,
}

export function listedOf({ name, type, multivalued, required, exactCase, referencedObject }: Shown): ListedAttribute {
  return { name, type, multiValued: multivalued, required, exactCase, referencedObject }
}

/** Why an attribute cannot be added; undefined when it can. */
export function problemOfAttribute({ name }: ListedAttribute, others: readonly ListedAttribute[]): string | undefined {
  if (name.trim() === '') return 'Give the attribute a name.'
  return others.some((one) => one.name === name.trim()) ? `${name.trim()} is in the list already.` : undefined
}

/** How many were added, taken away or changed. */
export function changesBetween(before: readonly ListedAttribute[], after: readonly ListedAttribute[]): number {
  const known = new Map(before.map((one) => [one.name, JSON.stringify(one)]))
  const gone = before.filter(({ name }) => after.every((one) => one.name !== name)).length
  return gone + after.filter((one) => known.get(one.name) !== JSON.stringify(one)).length
}
