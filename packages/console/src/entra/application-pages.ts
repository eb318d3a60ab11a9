// An application’s beginning and its own overview; loaded together.
export { EntraAppPage } from './applications/app-page.tsx'
export { EntraNewAppPage } from './applications/new-app-page.tsx'
