// Writes that are on their way at the same moment: what a look shows after one of them may be another one's work.
import type { ForeignKind } from './foreign-target.ts'

export interface Written {
  readonly kind: ForeignKind
  readonly id?: string
  readonly method: string
}

export interface Flight {
  /** Whether another write of that time may be what a look at this one's resource shows. */
  isDisturbed(): boolean
  end(): void
}

/** @returns begins a write */
export function createFlights(): (write: Written) => Flight {
  const flying = new Set<{ readonly write: Written; readonly others: Written[] }>()
  return (write) => {
    const flight = { write, others: [...flying].map((one) => one.write) }
    for (const one of flying) one.others.push(write)
    flying.add(flight)
    return {
      isDisturbed: () => flight.others.some((other) => disturbs(other, write)),
      end: () => void flying.delete(flight),
    }
  }
}

/** A deleted or disabled user may leave groups as well. */
function disturbs(other: Written, write: Written): boolean {
  if (other.kind === write.kind) return other.id === undefined || write.id === undefined || other.id === write.id
  return write.kind === 'Groups' && other.method !== 'POST'
}
