// What an application's provisioning has come to, and one object at a time; loaded together.
export { EntraOnDemandPage } from './on-demand/on-demand-page.tsx'
export { EntraProvisioningPage } from './provisioning/overview-page.tsx'
