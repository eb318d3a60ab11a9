// What RFC 7643 and RFC 7644 oblige a service provider to, section by section, in our own words: each MUST, MUST NOT, SHALL, SHALL NOT and
// REQUIRED of both texts, but for how the texts themselves are to be read (RFC 7643 §1.1) and what binds registries (RFC 7643 §10).
import type { Suite } from '../suite.ts'
import { authentication, dataFormats, searching } from './access-and-media.ts'
import { attributesParameter } from './attributes-parameter.ts'
import { bulk } from './bulk.ts'
import { attributeTypes, commonAttributes, resourcesAndSchemas, valuesAndNulls } from './core-attributes.ts'
import { providerConfig, resourceTypeResources, schemaDefinitions } from './core-resources.ts'
import { creatingResources } from './creating-resources.ts'
import { deletingResources } from './deleting-resources.ts'
import { discoveryEndpoints } from './discovery.ts'
import { errors } from './errors.ts'
import { filtering } from './filtering.ts'
import { messages } from './messages.ts'
import { modifyingWithPatch } from './modifying-with-patch.ts'
import { modifyingWithPut } from './modifying-with-put.ts'
import { addOperation, removeOperation, replaceOperation } from './patch-operations.ts'
import { queryEndpoints, querying } from './querying.ts'
import { schemasSay } from './schemas-say.ts'
import { security } from './security.ts'
import { paging, sorting } from './sorting-and-paging.ts'
import { groups, users } from './users-and-groups.ts'
import { meAlias, versioningProtocol, versioningResources } from './versions.ts'

export const rfc: Suite = {
  name: 'rfc',
  kit: {
    name: 'SCIM 2.0: Core Schema and Protocol',
    publisher: 'IETF',
    version: 'RFC 7643, RFC 7644',
    date: '2015-09',
    url: 'https://www.rfc-editor.org/rfc/rfc7644',
  },
  sections: [
    attributeTypes,
    schemasSay,
    valuesAndNulls,
    resourcesAndSchemas,
    commonAttributes,
    users,
    groups,
    providerConfig,
    resourceTypeResources,
    schemaDefinitions,
    authentication,
    messages,
    creatingResources,
    querying,
    queryEndpoints,
    filtering,
    sorting,
    paging,
    searching,
    modifyingWithPut,
    modifyingWithPatch,
    addOperation,
    removeOperation,
    replaceOperation,
    deletingResources,
    bulk,
    dataFormats,
    attributesParameter,
    meAlias,
    errors,
    versioningProtocol,
    versioningResources,
    discoveryEndpoints,
    security,
  ],
}
