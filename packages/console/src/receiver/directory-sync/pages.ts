export { AddSourcePage } from './add-source-page.tsx'
export { DirectorySyncPage } from './directory-sync-page.tsx'
export { EditSourcePage } from './edit-source-page.tsx'
