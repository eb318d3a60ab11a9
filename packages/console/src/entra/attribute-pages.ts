// Beneath a mapping, at its advanced options; loaded together.
export { EntraAttributesPage } from './attributes/attribute-list-page.tsx'
export { EntraSchemaPage } from './attributes/schema-page.tsx'
