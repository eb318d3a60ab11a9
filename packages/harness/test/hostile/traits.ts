import { type Chance, createChance } from './chance.ts'

/** What an endpoint does wrong, or in its own way. Each is generated; many come together. */
export interface Traits {
  /** What a POST is answered with: its own resource, or a stranger's. */
  readonly post: 'own' | 'stranger' | 'stranger-after-some' | 'stranger-without-id' | 'no-answer'
  readonly postStatus: 200 | 201
  /** Attributes by which a POST is associated with somebody who is there, who is then changed. */
  readonly linksBy: readonly ('userName' | 'externalId' | 'employeeNumber' | 'phone' | 'email' | 'displayName')[]
  readonly filter: 'right' | 'everybody' | 'a-stranger' | 'a-stranger-first' | 'nobody' | 'refused'
  /** What a write to a resource of the run is answered with. */
  readonly redirects: 'none' | 'to-a-stranger' | 'post-to-a-stranger'
  /** Whether an id that becomes free is given to somebody who is hired at once. */
  readonly usesIdsAgain: boolean
  readonly ids: 'uuid' | 'integer' | 'upper-case'
  readonly list:
    | 'whole'
    | 'one-page'
    | 'total-too-small'
    | 'total-too-large'
    | 'without-some'
    | 'ignores-paging'
    | 'refused'
  readonly shows: { readonly created: 'now' | 'never' | 'long-ago'; readonly date: 'right' | 'never' | 'skewed' }
  /** Whether groups of the run are answered with members that nobody put there. */
  readonly addsMembers: boolean
  readonly patchAnswer: 200 | 204
  /** Whether ids and names of endpoints are read without regard to case, and paths are decoded twice. */
  readonly isLenient: boolean
  /** Once in so many requests: 429, 500 after the write, a page of HTML. 0: never. */
  readonly mishapOdds: number
}

export function traitsOf(seed: number): Traits {
  const chance = createChance(seed)
  return {
    post: often(chance, 'own', ['stranger', 'stranger-after-some', 'stranger-without-id', 'no-answer'] as const),
    postStatus: chance.pick([200, 201, 201, 201]),
    linksBy: (['userName', 'externalId', 'employeeNumber', 'phone', 'email', 'displayName'] as const).filter(() =>
      chance.once(2),
    ),
    filter: often(chance, 'right', ['everybody', 'a-stranger', 'a-stranger-first', 'nobody', 'refused'] as const),
    redirects: chance.once(6) ? chance.pick(['to-a-stranger', 'post-to-a-stranger']) : 'none',
    usesIdsAgain: chance.once(3),
    ids: chance.pick(['uuid', 'integer', 'upper-case']),
    list: often(chance, 'whole', [
      'one-page',
      'total-too-small',
      'total-too-large',
      'without-some',
      'ignores-paging',
      'refused',
    ] as const),
    shows: {
      created: often(chance, 'now', ['never', 'long-ago'] as const),
      date: chance.pick(['right', 'never', 'skewed']),
    },
    addsMembers: chance.once(4),
    patchAnswer: chance.pick([200, 204]),
    isLenient: chance.once(2),
    mishapOdds: chance.once(4) ? chance.pick([5, 20]) : 0,
  }
}

function often<Usual, Rare>(chance: Chance, usual: Usual, rare: readonly Rare[]): Usual | Rare {
  return chance.once(2) ? usual : chance.pick(rare)
}
