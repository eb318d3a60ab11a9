// Where the palette leads: people to the page that has all of them, other things to their place in a list, pages to themselves.
import { paths } from '../paths.ts'
import type { Views } from '../source/source.ts'
import { RAIL } from './rail-pages.ts'

type Found = Views['world.find']

export interface Destination {
  readonly path: string
  readonly name: string
  readonly detail: string
  /** What it is: `person`, `Entra ID`. */
  readonly place: string
}

/** @param found what the world has found; somebody who is at several programs stands in it several times */
export function destinations(text: string, found: readonly Found[]): readonly Destination[] {
  const all = [...found.flatMap(destinationOf), ...pagesNamed(text)]
  return all.filter(({ path }, at) => all.findIndex((one) => one.path === path) === at)
}

function destinationOf({ kind, program, view, key, name, detail }: Found): readonly Destination[] {
  const path = kind === 'person' ? paths.person(key) : paths.entry(program, view, key)
  return path === undefined ? [] : [{ path, name, detail, place: kind }]
}

function pagesNamed(text: string): readonly Destination[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return RAIL.flatMap(({ name: family = '', pages }) =>
    pages
      .filter(({ label }) => words.every((word) => `${family} ${label}`.toLowerCase().includes(word)))
      .map(({ path, label }) => ({ path, name: label, detail: family, place: 'page' })),
  )
}
