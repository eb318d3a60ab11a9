// What a program can be told is made when somebody first asks for it: the world of a scenario has a hundred verbs, and uses ten.

/** Something that has its name before it is made. */
export interface Late<Named> {
  readonly name: string
  make(): Named
}

/** By the function that makes it: the name is the same whatever it acts on. */
const NAMES = new WeakMap<object, string>()

/** The first of all is made at once, to learn its name. */
export function late<Context, Named extends { readonly name: string }>(
  maker: (context: Context) => Named,
  context: Context,
): Late<Named> {
  const name = NAMES.get(maker)
  if (name !== undefined) return { name, make: () => maker(context) }
  const made = maker(context)
  NAMES.set(maker, made.name)
  return { name: made.name, make: () => made }
}

/** The same with something changed once it is made; the name stays. */
export function changedLate<Named>({ name, make }: Late<Named>, change: (made: Named) => Named): Late<Named> {
  return { name, make: () => change(make()) }
}

/** By name. Asking for one makes one; going through all of them makes them all. */
export class LateMap<Named> implements ReadonlyMap<string, Named> {
  readonly #late: ReadonlyMap<string, Late<Named>>
  readonly #made = new Map<string, Named>()

  constructor(all: readonly Late<Named>[]) {
    this.#late = new Map(all.map((one) => [one.name, one]))
  }

  get size(): number {
    return this.#late.size
  }

  has(name: string): boolean {
    return this.#late.has(name)
  }

  get(name: string): Named | undefined {
    const known = this.#made.get(name)
    const one = known === undefined ? this.#late.get(name) : undefined
    if (!one) return known
    const made = one.make()
    this.#made.set(name, made)
    return made
  }

  keys(): MapIterator<string> {
    return this.#late.keys()
  }

  values(): MapIterator<Named> {
    return this.#whole().values()
  }

  entries(): MapIterator<[string, Named]> {
    return this.#whole().entries()
  }

  [Symbol.iterator](): MapIterator<[string, Named]> {
    return this.entries()
  }

  forEach(call: (value: Named, key: string, map: ReadonlyMap<string, Named>) => void): void {
    for (const [name, made] of this.#whole()) call(made, name, this)
  }

  /** In the order in which they were given. */
  #whole(): Map<string, Named> {
    return new Map(
      [...this.#late.keys()].flatMap((name) => {
        const made = this.get(name)
        return made === undefined ? [] : [[name, made] as const]
      }),
    )
  }
}
