// Which arrows the source draws, held against the table of rooms.
import { posix } from 'node:path'
import { ALL, HOUSE, type Room } from './rooms.ts'
import { importsOf, type SourceFile } from './source-files.ts'

/** An import that no row of the table allows, and what it reaches: a room, or a package. */
export interface Stray {
  readonly from: string
  readonly to: string
}

interface Place {
  readonly packageName: string
  readonly room: string
}

/** Every file that imports against the table, with each room once, in order. */
export function straysIn(files: readonly SourceFile[]): readonly Stray[] {
  const strays = files.flatMap(straysOf).map(({ from, to }) => `${from}\n${to}`)
  return [...new Set(strays)].sort().map((stray) => {
    const [from = '', to = ''] = stray.split('\n')
    return { from, to }
  })
}

/** Files below `packages` that stand in no room. */
export function roomless(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ path }) => placeOf(path) === undefined).map(({ path }) => path)
}

function straysOf(file: SourceFile): readonly Stray[] {
  const place = placeOf(file.path)
  if (!place) return []
  return importsOf(file).flatMap((target) => {
    const to = reachedBy(file.path, target, place)
    return to === undefined || isAllowed(place, to) ? [] : [{ from: file.path, to }]
  })
}

/** The room, or room of another package, that an import reaches; undefined inside the room and for libraries. */
function reachedBy(from: string, target: string, place: Place): string | undefined {
  if (!target.startsWith('.')) return /^@scimulator\/(.+)$/.exec(target)?.[1]
  const path = posix.join(posix.dirname(from), target)
  const reached = placeOf(path)
  if (reached)
    return reached.packageName === place.packageName && reached.room === place.room ? undefined : reached.room
  return path.startsWith(`packages/${place.packageName}/`) ? undefined : path
}

function isAllowed({ packageName, room }: Place, to: string): boolean {
  const plan = HOUSE[packageName]
  const may = plan?.rooms[room]?.may ?? []
  const isOwn = plan !== undefined && Object.hasOwn(plan.rooms, to)
  const [otherPackage = ''] = to.split('/')
  if (!isOwn && !plan?.packages.includes(otherPackage)) return false
  return may === ALL || may.includes(to) || (!isOwn && may.includes(otherPackage))
}

function placeOf(path: string): Place | undefined {
  const [, packageName = '', below = ''] = /^packages\/([^/]+)\/src\/(.+)$/.exec(path) ?? []
  const rooms = Object.entries(HOUSE[packageName]?.rooms ?? {})
  const fits = rooms.flatMap(([room, { at = [room] }]: [string, Room]) =>
    at.filter((place) => stands(below, place)).map((place) => ({ packageName, room, length: place.length })),
  )
  return fits.toSorted((a, b) => b.length - a.length)[0]
}

/** `cycle` holds what is below it, `cycle/plan-*` the files that begin so, `tenant.ts` itself. */
function stands(below: string, place: string): boolean {
  const [start = '', end] = place.split('*')
  if (end !== undefined) return below.startsWith(start) && below.endsWith(end) && below.length >= place.length - 1
  return below === place || below.startsWith(`${place}/`)
}
