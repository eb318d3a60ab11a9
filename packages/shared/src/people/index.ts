export { AWKWARD_NAMES, type AwkwardName } from './awkward-names.ts'
export { Company, CompanyGroup, Person } from './company.ts'
export { DIRTY_KEYS, dirtyPeople } from './dirty-people.ts'
export { type CompanyPlan, generateCompany, generatePerson } from './generate-company.ts'
