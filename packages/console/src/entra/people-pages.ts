// One user, one group, and how they are made; loaded together.
export { EntraGroupPage } from './people/group-page.tsx'
export { EntraNewGroupPage } from './people/new-group-page.tsx'
export { EntraNewUserPage } from './people/new-user-page.tsx'
export { EntraUserPage } from './people/user-page.tsx'
