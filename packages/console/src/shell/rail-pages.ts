// The pages of the rail, by family, in the order of the portals.
import { FAMILIES } from '../families.ts'

interface RailPage {
  readonly path: string
  readonly label: string
}

export interface RailFamily {
  /** Undefined for what belongs to no portal. */
  readonly name: string | undefined
  readonly program?: string
  readonly pages: readonly RailPage[]
}

/** Where somebody's own endpoint stands in the place of the receiver. */
const TARGET: RailFamily = {
  name: 'Your endpoint',
  pages: [
    { path: '/target/users', label: 'Users' },
    { path: '/target/groups', label: 'Groups' },
  ],
}

/** @param isForeign whether there is no receiver of ours */
export function railOf(isForeign: boolean): readonly RailFamily[] {
  return isForeign ? RAIL.map((family) => (family.program === 'receiver' ? TARGET : family)) : RAIL
}

export const RAIL: readonly RailFamily[] = [
  {
    name: undefined,
    pages: [
      { path: '/', label: 'Home' },
      { path: '/wire', label: 'Wire' },
      { path: '/stories', label: 'Stories' },
      { path: '/acts', label: 'Acts' },
      { path: '/catalogue', label: 'Catalogue' },
    ],
  },
  ...FAMILIES,
]
