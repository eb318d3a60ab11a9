// What the seeded code asks: which variant is on, and who has asked for what.
import type { Variant } from './variant.ts'

type Settings = readonly { readonly name: string }[]

class Hooks {
  /** What the run has touched so far, in the words of `traceOf`. */
  readonly touched = new Set<string>()
  variant: Variant | undefined

  isMutant(name: string): boolean {
    this.touched.add(`mutant ${name}`)
    return this.variant?.kind === 'mutant' && this.variant.name === name
  }

  /** Touched where the two differ; a nested one is asked with each. */
  pick(name: string, wrong: () => unknown, right: () => unknown): unknown {
    if (this.variant) return this.variant.kind === 'mutant' && this.variant.name === name ? wrong() : right()
    if (this.touched.has(`mutant ${name}`)) return right()
    if (shown(wrong) !== shown(right)) this.touched.add(`mutant ${name}`)
    return right()
  }

  /** The deviations that a receiver is told to have. */
  deviations(told: Settings): Settings {
    this.touched.add('receiver')
    for (const { name } of told) this.touched.add(`deviation ${name}`)
    if (this.variant?.kind !== 'deviation') return told
    const { deviation, isOn } = this.variant
    const others = told.filter(({ name }) => name !== deviation)
    return isOn
      ? [
          ...told.filter(({ name }) => name === deviation),
          ...(others.length === told.length ? [{ name: deviation }] : []),
          ...others,
        ]
      : others
  }

  /** The switches of a program, told apart by one that only this program has. */
  switches(resolved: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const program = programOf(resolved)
    const { variant, touched } = this
    const forced =
      variant?.kind === 'switch' && variant.program === program
        ? { ...resolved, [variant.id]: variant.value }
        : resolved
    return new Proxy(forced, {
      get(target, id, self) {
        const value: unknown = Reflect.get(target, id, self)
        if (typeof id === 'string') touched.add(`${program} ${id}=${value}`)
        return value
      },
    })
  }

  /** Lark's rules that are off. */
  rulesOff(): ReadonlySet<string> {
    const { variant, touched } = this
    const off = new Set<string>(variant?.kind === 'rule' ? [variant.rule] : [])
    const has = off.has.bind(off)
    off.has = (rule) => {
      touched.add(`rule ${rule}`)
      return has(rule)
    }
    return off
  }
}

/** As a text that two equal values have in common. */
function shown(make: () => unknown): string | undefined {
  try {
    return JSON.stringify(make(), (_, value: unknown) => (isIterable(value) ? [...value] : value))
  } catch (error) {
    return String(error)
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

function programOf(switches: Readonly<Record<string, unknown>>): string {
  if ('patchProfile' in switches) return 'entra'
  return 'putBase' in switches ? 'jumpcloud' : 'receiver'
}

/** Here before any of the code that asks it. */
export const hooks = new Hooks()
Object.assign(globalThis, { __unique: hooks })
