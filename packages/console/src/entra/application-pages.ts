// The pages of one enterprise application that are no lists, which are loaded together.
export { EntraAppPage } from './applications/app-page.tsx'
export { EntraNewAppPage } from './applications/new-app-page.tsx'
export { EntraAddAssignmentPage } from './people/add-assignment-page.tsx'
