export { ApplicationPage } from './application-page.tsx'
export { NewApplicationPage } from './new-application-page.tsx'
