// The questions of a suite, in the form in which the examination asks its own.
import type { Question } from '../examine/question.ts'
import { RowNotes } from './row-notes.ts'
import { checkOf, type RowQuestion, type Section, type Suite } from './suite.ts'

export function questionsOf({ sections }: Suite): readonly Question[] {
  return sections.flatMap((section) => section.questions.map((one, index) => questionOf(section, one, index)))
}

function questionOf(section: Section, { decides, quiet = false, ask }: RowQuestion, index: number): Question {
  return {
    id: `${section.id}-${index + 1}`,
    asks: section.title,
    checks: decides.map((row) => checkOf(section, row)),
    quiet,
    ask: (q) => ask(q, new RowNotes(q, (row) => checkOf(section, row))),
  }
}
