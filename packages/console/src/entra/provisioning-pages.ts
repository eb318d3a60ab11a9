// What an application's provisioning has come to, and pages on which people of the tenant are chosen; loaded together.
export { EntraExpressionPage } from './expression/expression-page.tsx'
export { EntraOnDemandPage } from './on-demand/on-demand-page.tsx'
export { EntraAddAssignmentPage } from './people/add-assignment-page.tsx'
export { EntraProvisioningPage } from './provisioning/overview-page.tsx'
