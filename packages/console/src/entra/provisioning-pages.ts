// What is tried with one person, and pages on which people of the tenant are chosen; loaded together.
export { EntraExpressionPage } from './expression/expression-page.tsx'
export { EntraOnDemandPage } from './on-demand/on-demand-page.tsx'
export { EntraAddAssignmentPage } from './people/add-assignment-page.tsx'
