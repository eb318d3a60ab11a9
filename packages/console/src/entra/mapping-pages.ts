// What is mapped, and for whom: pages that are loaded together.
export { EntraMappingPage } from './mapping/mapping-page.tsx'
export { EntraScopePage } from './scoping/scope-page.tsx'
