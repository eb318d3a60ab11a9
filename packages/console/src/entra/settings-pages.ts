// An application from its beginning to the settings of its provisioning: pages that are loaded together.
export { EntraAppPage } from './applications/app-page.tsx'
export { EntraNewAppPage } from './applications/new-app-page.tsx'
export { EntraProvisioningEditPage } from './provisioning/edit-page.tsx'
