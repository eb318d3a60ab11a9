export { AdminLogPage } from './admin-log-page.tsx'
export { AdministratorsPage } from './administrators-page.tsx'
export { BehaviourPage } from './behaviour-page.tsx'
export { MessagesPage } from './messages-page.tsx'
