// The settings of an application's provisioning, which are loaded together.
export { EntraMappingPage } from './mapping/mapping-page.tsx'
export { EntraProvisioningEditPage } from './provisioning/edit-page.tsx'
export { EntraScopePage } from './scoping/scope-page.tsx'
