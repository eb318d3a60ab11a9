// Patterns in the manner of .NET and PCRE, matched within a budget of steps: no pattern can make the program hang.
export {
  type CompiledRegex,
  compileRegex,
  findMatches,
  type Regex,
  type RegexMatch,
  type RegexMatches,
} from './regex.ts'
export { substitute } from './substitute.ts'
