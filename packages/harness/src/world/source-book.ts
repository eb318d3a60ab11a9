/** A base URL and the token for it: how clients reach the receiver over SCIM. */
export interface SyncSourceAccess {
  readonly url: string
  readonly token: string
}

/** The sync sources that a run has met, the newest last. `directory` views read through one of them. */
export interface SourceBook {
  add(name: string, access: SyncSourceAccess): void
  /** The named one, or the newest. */
  find(name?: string): SyncSourceAccess | undefined
  all(): readonly (SyncSourceAccess & { readonly name: string })[]
}

export function createSourceBook(): SourceBook {
  const known = new Map<string, SyncSourceAccess>()
  return {
    add(name, access) {
      known.delete(name)
      known.set(name, access)
    },
    find: (name) => (name === undefined ? [...known.values()].at(-1) : known.get(name)),
    all: () => [...known].map(([name, access]) => ({ name, ...access })),
  }
}

/** The access that a verb's result gives, if it is one; without a slash at the end of its URL, since paths follow. */
export function accessIn(result: unknown): SyncSourceAccess | undefined {
  if (typeof result !== 'object' || result === null || !('url' in result) || !('token' in result)) return undefined
  const { url, token } = result
  return typeof url === 'string' && typeof token === 'string' ? { url: url.replace(/\/+$/, ''), token } : undefined
}
