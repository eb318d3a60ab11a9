/** Which of the known names was meant by a misspelt one. Pure. */
export { editDistance, nearest, suggest } from './nearest.ts'
