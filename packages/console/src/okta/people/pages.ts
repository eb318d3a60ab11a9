export { OktaNewPersonPage } from './new-person-page.tsx'
export { OktaPersonPage } from './person-page.tsx'
