export { OktaApplicationsPage } from './applications/applications-page.tsx'
export { OktaSystemLogPage } from './log/system-log-page.tsx'
export { OktaPeoplePage } from './people/people-page.tsx'
export { OktaTasksPage } from './tasks/tasks-page.tsx'
