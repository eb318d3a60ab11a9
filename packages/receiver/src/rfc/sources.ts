import { ScimError } from '@scimulator/shared/scim'
import type { ProfileChange } from '../directory/change.ts'
import type { ProfileState } from '../directory/profile-state.ts'
import type { Profile, SourceContext } from '../profile/profile.ts'

/** Who may write: a token's hash and the organisation that it opens. */
type RfcSource = SourceContext & { readonly tokenHash: string; readonly name: string }

interface SourceAdded {
  readonly kind: 'profile:source-added'
  readonly source: RfcSource
}

export function createRfcSources(): Pick<Profile, 'state' | 'authenticate' | 'addSource' | 'sources'> {
  const sources = new Map<string, RfcSource>()
  return {
    state: stateOf(sources),
    *sources() {
      for (const { name, organisation } of sources.values()) yield { name, organisation, status: 'active' }
    },
    authenticate({ tokenHash, organisation }) {
      const found = sources.get(tokenHash)
      if (found && (organisation === undefined || organisation === found.organisation)) {
        return { outcome: 'admitted', source: found, changes: [] }
      }
      return { outcome: 'refused', error: new ScimError('unauthorized', 'The token is not known here.'), changes: [] }
    },
    addSource({ organisation, tokenHash, name = 'SCIM client' }, { ids }) {
      const source: RfcSource = { id: ids.uuid('source'), organisation, tokenHash, name }
      const change: SourceAdded = { kind: 'profile:source-added', source }
      return { changes: [change] }
    },
  }
}

function stateOf(sources: Map<string, RfcSource>): ProfileState {
  const put = (source: RfcSource) => sources.set(source.tokenHash, source)
  return {
    apply(change) {
      if (isSourceAdded(change)) put(change.source)
    },
    *rows() {
      for (const source of sources.values()) yield { collection: 'sources', key: source.id, value: source }
    },
    load(row) {
      // Rows of this collection were written by `rows` above.
      if (row.collection === 'sources') put(row.value as RfcSource)
    },
    clear: () => sources.clear(),
  }
}

function isSourceAdded(change: ProfileChange): change is SourceAdded {
  return change.kind === 'profile:source-added'
}
