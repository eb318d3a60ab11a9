import type { ScimRequest } from '@scimulator/shared/provisioning'
import type { Bystanders } from './bystanders.ts'

/** When those who were there are looked at: after the first write of each kind, of all runs together, and when asked. */
export interface Watch {
  readonly damage: string | undefined
  afterWrite(request: ScimRequest): Promise<void>
  look(when: string): Promise<void>
}

export function createWatch(bystanders: Bystanders): Watch {
  const kinds = new Set<string>()
  let damage: string | undefined

  async function look(when: string): Promise<void> {
    if (damage !== undefined || bystanders.count === 0) return
    const found = await bystanders.look(when)
    damage ??= found
  }

  return {
    get damage() {
      return damage
    },
    look,
    async afterWrite({ method, url }) {
      const endpoint = /\/(Users|Groups|Bulk)\b/.exec(url)?.[1] ?? 'unknown'
      const kind = `${method} of /${endpoint}`
      if (kinds.has(kind)) return
      kinds.add(kind)
      await look(`after the first ${kind}`)
    },
  }
}
