export { oktaProgram } from './program.ts'
