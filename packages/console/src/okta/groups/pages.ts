export { OktaGroupPage } from './group-page.tsx'
export { OktaGroupsPage } from './groups-page.tsx'
