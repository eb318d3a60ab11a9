export { Company, CompanyGroup, Person } from './company.ts'
