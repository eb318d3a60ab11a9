// The pages of an application's provisioning that are edited, which are loaded together.
export { EntraMappingPage } from './mapping/mapping-page.tsx'
export { EntraProvisioningEditPage } from './provisioning/edit-page.tsx'
export { EntraProvisioningPage } from './provisioning/overview-page.tsx'
