// What is mapped, for whom, and to what: pages that are loaded together.
export { EntraAttributesPage } from './attributes/attribute-list-page.tsx'
export { EntraSchemaPage } from './attributes/schema-page.tsx'
export { EntraMappingPage } from './mapping/mapping-page.tsx'
export { EntraScopePage } from './scoping/scope-page.tsx'
