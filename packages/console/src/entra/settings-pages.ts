// The settings of provisioning, in both layouts of the portal: pages that are loaded together.
export { EntraConnectivityPage } from './provisioning/connectivity-page.tsx'
export { EntraProvisioningEditPage } from './provisioning/edit-page.tsx'
export { EntraMappingsPage } from './provisioning/mappings-page.tsx'
