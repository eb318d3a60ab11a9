import type { ViewItem } from '@scimulator/shared/behaviour'
import { asText } from '@scimulator/shared/scim'

/** Which object of an identity provider is which key of the story. */
export class SourceKeys {
  readonly #ids = new Map<string, string>()
  readonly #users = new Set<string>()

  /** `made`: what the verb that made it has answered. */
  note(kind: 'user' | 'team', key: string, made: unknown): void {
    this.#ids.set(key, asText(Reflect.get(Object(made), 'id')))
    if (kind === 'user') this.#users.add(key)
  }

  of(key: string): string {
    return this.#ids.get(key) ?? key
  }

  isUser(key: string): boolean {
    return this.#users.has(key)
  }

  /** Ids at the endpoint, by key, from the view `links` of either identity provider. */
  linked(links: readonly ViewItem[]): ReadonlyMap<string, string> {
    const keys = new Map([...this.#ids].map(([key, id]) => [id, key]))
    return new Map(
      links.flatMap(({ value }) => {
        const key = keys.get(asText(value.objectId))
        return key === undefined ? [] : [[key, asText(value.targetId)] as const]
      }),
    )
  }
}
