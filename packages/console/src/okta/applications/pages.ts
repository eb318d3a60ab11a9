export { OktaAppPage } from './app-page.tsx'
export { OktaImportPage } from './import-page.tsx'
export { OktaNewAppPage } from './new-app-page.tsx'
export { OktaProvisioningPage } from './provisioning-page.tsx'
