// Generating people is apart from this: `people/generate` loads a megabyte of names.
export { AWKWARD_NAMES, type AwkwardName } from './awkward-names.ts'
export { Company, CompanyGroup, Person } from './company.ts'
export { DIRTY_KEYS, dirtyPeople } from './dirty-people.ts'
export { FICTIONAL_PHONES, fictionalPhone } from './fictional-phone.ts'
