// The accounts of one kind that were there: which are watched, and how each look is taken. Lists show most of it; some are looked at by
// their ids besides, where a list shows less than the account itself does.
import { carryOut } from '@scimulator/shared/provisioning'
import { type Place, placesIn, sightsAt } from './page-sights.ts'
import { bodyObject, idOf } from './read-answer.ts'
import type { ResourceKind, ResourceRef } from './resource-kind.ts'
import { differences, type Sight, sightOf, unseen } from './sight.ts'
import { getRequest, pathOf, type TargetConnection } from './target-connection.ts'

/** What was seen of one, and what is seen now; `now` is absent when the account is gone. */
export interface Suspect {
  readonly before: Sight
  readonly now?: Sight
  readonly changed: readonly string[]
}

export interface KindWatch {
  readonly count: number
  /** @returns the first that is gone or has changed, after a second look has said the same */
  look(isOurs: (id: string) => boolean): Promise<Suspect | undefined>
}

export interface KindWatchOptions {
  readonly connection: TargetConnection
  readonly kind: ResourceKind
  /** How many are there, and the ids of those that are known. */
  readonly total: number
  readonly ids: readonly string[]
  /** How many are seen in lists at most. */
  readonly most: number
  /** Whether it is an account that the run neither made nor may change. */
  isWatched(sight: Sight): boolean
}

const PARALLELISM = 8
/** So many are looked at by their ids. */
const SINGLY = 6
/** Of those who are not in their list any more, so many are looked at by id: a list that moves is no loss. */
const MISSING = 3

/** Looks twice: an attribute that changes between two looks, such as a last sign-in, changes by itself and says nothing. */
export async function watchKind(options: KindWatchOptions): Promise<KindWatch> {
  const first = await firstLooks(options)
  const watched = new Watched(options, first)
  const seen = new Set([...first.pages.flatMap(({ sights }) => sights), ...first.few].map(({ ref }) => ref.id))
  return { count: seen.size, look: (isOurs) => watched.look(isOurs) }
}

interface FirstLooks {
  readonly pages: readonly Page[]
  readonly few: readonly Sight[]
  /** Whether a list shows all that an account itself shows. */
  readonly isWhole: boolean
  /** Attributes that change by themselves. */
  readonly restless: ReadonlySet<string>
}

async function firstLooks(options: KindWatchOptions): Promise<FirstLooks> {
  const { kind, connection, ids, isWatched } = options
  const pages = await pagesOf(options)
  const again = new Map<string, Sight>()
  for (const { place, sights } of pages) {
    for (const [id, sight] of (await sightsAt(connection, kind, place, idsOf(sights))) ?? []) again.set(id, sight)
  }
  const listed = new Map(pages.flatMap(({ sights }) => sights.map((sight) => [sight.ref.id, sight] as const)))
  const chosen = spread(listed.size > 0 ? [...listed.keys()] : ids, SINGLY)
  const few = [...(await seeAll(chosen, options)).values()].filter(isWatched)
  const isWhole = few.length > 0 && few.every((one) => isShownBy(listed.get(one.ref.id), one))
  const twice = isWhole ? new Map<string, Sight>() : await seeAll([...idsOf(few)], options)
  const restless = new Set([...changesOf([...listed.values()], again), ...changesOf(few, twice)])
  return { pages, few, isWhole, restless }
}

/** What differs between two looks at the same. */
function changesOf(before: readonly Sight[], again: ReadonlyMap<string, Sight>): string[] {
  return before.flatMap((sight) => {
    const now = again.get(sight.ref.id)
    return now ? differences(sight, now, () => false) : []
  })
}

function isShownBy(listed: Sight | undefined, { hashes, members }: Sight): boolean {
  return (
    listed !== undefined &&
    listed.members.size === members.size &&
    [...hashes.keys()].every((name) => listed.hashes.has(name))
  )
}

function idsOf(sights: readonly Sight[]): ReadonlySet<string> {
  return new Set(sights.map(({ ref }) => ref.id))
}

/** Spread evenly, so that old and new accounts are among them. */
function spread(ids: readonly string[], most: number): string[] {
  if (ids.length <= most) return [...ids]
  const step = ids.length / most
  return Array.from({ length: most }, (_, index) => ids[Math.floor(index * step)] ?? '').filter((id) => id !== '')
}

/** Those that can be read by their id now. */
async function seeAll(
  ids: readonly string[],
  { connection, kind }: Pick<KindWatchOptions, 'connection' | 'kind'>,
): Promise<ReadonlyMap<string, Sight>> {
  const sights = new Map<string, Sight>()
  await carryOut(ids, PARALLELISM, async (id) => {
    const sight = await see({ kind, id }, connection)
    if (sight) sights.set(id, sight)
  })
  return sights
}

/** A 503 says neither that the account is there nor that it is gone. */
async function see(ref: ResourceRef, connection: TargetConnection): Promise<Sight | undefined> {
  const { response } = await connection.send(getRequest(connection, pathOf(ref)))
  if (response?.status === 404 || response?.status === 410) return undefined
  const body = response && response.status < 300 ? bodyObject(response) : undefined
  return body && idOf(body) !== undefined ? sightOf(ref, body) : unseen(ref)
}

interface Page {
  readonly place: Place
  readonly sights: readonly Sight[]
}

async function pagesOf({ connection, kind, total, most, isWatched }: KindWatchOptions): Promise<readonly Page[]> {
  const pages: Page[] = []
  const known = new Set<string>()
  for (const place of placesIn(total, most)) {
    const seen = [...((await sightsAt(connection, kind, place)) ?? new Map<string, Sight>()).values()]
    const sights = seen.filter((sight) => isWatched(sight) && !known.has(sight.ref.id)).slice(0, most)
    for (const { ref } of sights) known.add(ref.id)
    pages.push({ place, sights })
  }
  return pages
}

class Watched {
  readonly #options: KindWatchOptions
  /** Some of them, as they were when they were looked at by id. */
  readonly #few: readonly Sight[]
  readonly #restless: ReadonlySet<string>
  #pages: readonly Page[]
  #singly: readonly Sight[]

  constructor(options: KindWatchOptions, { pages, few, isWhole, restless }: FirstLooks) {
    this.#options = options
    this.#pages = pages
    this.#few = few
    this.#singly = isWhole ? [] : few
    this.#restless = restless
  }

  async look(isOurs: (id: string) => boolean): Promise<Suspect | undefined> {
    for (const page of this.#pages) {
      const suspect = await this.#lookAt(page, isOurs)
      if (suspect) return suspect
    }
    return this.#lookSingly(this.#singly, isOurs)
  }

  async #lookAt({ place, sights }: Page, isOurs: (id: string) => boolean): Promise<Suspect | undefined> {
    const { connection, kind } = this.#options
    const read = () => sightsAt(connection, kind, place, idsOf(sights))
    const now = await read()
    // A list that is refused now says nothing about any account.
    if (now === undefined) return undefined
    const missing = sights.filter(({ ref }) => !now.has(ref.id))
    const gone = await this.#lookSingly(missing.slice(0, MISSING), isOurs, true)
    if (gone) return gone
    if (missing.length > MISSING) this.#takeSingly(place)
    const isSuspect = (before: Sight, one: Sight | undefined) => this.#changes(before, one, isOurs).length > 0
    if (!sights.some((before) => isSuspect(before, now.get(before.ref.id)))) return undefined
    // One strange answer is not believed.
    const again = await read()
    const before = sights.find((one) => isSuspect(one, now.get(one.ref.id)) && isSuspect(one, again?.get(one.ref.id)))
    const seen = before && again?.get(before.ref.id)
    return before && seen ? { before, now: seen, changed: this.#changes(before, seen, isOurs) } : undefined
  }

  /** Those who are no longer on the page are there all the same: this list moves, and the few that were looked at by id stand for it. */
  #takeSingly(place: Place): void {
    this.#pages = this.#pages.filter((page) => page.place !== place)
    this.#singly = this.#few
  }

  /** @param onlyGone the sight is of a list, which the account itself may show more than */
  async #lookSingly(
    before: readonly Sight[],
    isOurs: (id: string) => boolean,
    onlyGone = false,
  ): Promise<Suspect | undefined> {
    const isSuspect = (one: Sight, now: Sight | undefined) =>
      now === undefined || (!onlyGone && this.#changes(one, now, isOurs).length > 0)
    const seen = await seeAll([...idsOf(before)], this.#options)
    const suspect = before.find((one) => isSuspect(one, seen.get(one.ref.id)))
    if (!suspect) return undefined
    const now = (await seeAll([suspect.ref.id], this.#options)).get(suspect.ref.id)
    if (!now) return { before: suspect, changed: [] }
    return isSuspect(suspect, now) ? { before: suspect, now, changed: this.#changes(suspect, now, isOurs) } : undefined
  }

  #changes(before: Sight, now: Sight | undefined, isOurs: (id: string) => boolean): string[] {
    return now ? differences(before, now, isOurs).filter((name) => !this.#restless.has(name)) : []
  }
}
