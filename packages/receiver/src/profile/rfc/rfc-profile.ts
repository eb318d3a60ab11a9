import { groupResourceType, userResourceType, withCharacteristics } from '@scimulator/shared/scim'
import type { Profile } from '../profile.ts'
import { decideCreate } from './decide-create.ts'
import { decideDelete } from './decide-delete.ts'
import { decidePatch, decideReplace } from './decide-update.ts'
import { createRfcSources } from './sources.ts'

/**
 * A plain SCIM store without product rules: what a client writes is what it reads. A source sees everything in its organisation.
 * userName and a group's displayName are unique; members have to exist.
 */
export function createRfcProfile(): Profile {
  const sources = createRfcSources()
  return {
    name: 'rfc',
    resourceTypes: { User: userResourceType, Group: groupWithUniqueName },
    // A number where the schema has a string is a wrong type; no client of this profile is known to need it.
    reading: { strictness: new Set(['numberStrings']) },
    state: sources.state,
    keys: () => [],
    authenticate: sources.authenticate,
    addSource: sources.addSource,
    sources: sources.sources,
    visible: (kind, view) => view.all(kind),
    isVisible: (record, source) => record.organisation === source.organisation,
    render: (record) => record.resource,
    decide(write, view, source, context) {
      if (write.kind === 'create') return decideCreate(write, view, source, context)
      if (write.kind === 'replace') return decideReplace(write, view, context)
      if (write.kind === 'patch') return decidePatch(write, view, context)
      return decideDelete(write, view, context)
    },
  }
}

const groupWithUniqueName = {
  ...groupResourceType,
  schema: withCharacteristics(groupResourceType.schema, { displayName: { uniqueness: 'server', required: true } }),
}
