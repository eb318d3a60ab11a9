// What RFC 7643 and RFC 7644 oblige a service provider to, section by section, in our own words.
import type { Suite } from '../suite.ts'
import { authentication, dataFormats, searching } from './access-and-media.ts'
import { attributesParameter } from './attributes-parameter.ts'
import { bulk } from './bulk.ts'
import { attributeTypes, commonAttributes, resourcesAndSchemas, valuesAndNulls } from './core-attributes.ts'
import { groups, providerConfig, resourceTypeResources, schemaDefinitions, users } from './core-resources.ts'
import { creatingResources } from './creating-resources.ts'
import { deletingResources } from './deleting-resources.ts'
import { discoveryEndpoints } from './discovery.ts'
import { errors } from './errors.ts'
import { filtering } from './filtering.ts'
import { modifyingWithPatch } from './modifying-with-patch.ts'
import { modifyingWithPut } from './modifying-with-put.ts'
import { addOperation, removeOperation, replaceOperation } from './patch-operations.ts'
import { queryEndpoints, querying } from './querying.ts'
import { security } from './security.ts'
import { paging, sorting } from './sorting-and-paging.ts'
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
    valuesAndNulls,
    resourcesAndSchemas,
    commonAttributes,
    users,
    groups,
    providerConfig,
    resourceTypeResources,
    schemaDefinitions,
    authentication,
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
