import { useState } from 'react'
import { forgetHalfWritten, halfWrittenOf, keepHalfWritten } from '@/client/half-written'
import type { Answers, Ask } from './ask'

const startOf = ({ fields }: Ask): Answers => ({
  personId: '',
  dueOn: '',
  fileIds: [],
  words: Object.fromEntries(fields.map((field) => [field.name, 'start' in field ? (field.start ?? '') : ''])),
})

/** What a small form was answered so far; of a form that says so the words outlive its closing, until they are sent or thrown away. */
export const useAnswers = (ask: Ask) => {
  const { keptAs } = ask
  const [kept] = useState(() => (keptAs ? halfWrittenOf(keptAs) : null))
  const [isTakenUp, setTakenUp] = useState(kept !== null)
  const [answers, setAnswers] = useState(() => {
    const start = startOf(ask)
    return kept ? { ...start, words: { ...start.words, ...kept } } : start
  })
  const give = (change: (before: Answers) => Answers): void => {
    const next = change(answers)
    setAnswers(next)
    if (keptAs && next.words !== answers.words) keepHalfWritten(keptAs, next.words)
  }
  const forget = (): void => {
    if (keptAs) forgetHalfWritten(keptAs)
  }
  const startAgain = (): void => {
    forget()
    setTakenUp(false)
    setAnswers(startOf(ask))
  }
  return { answers, give, forget, isTakenUp, startAgain }
}
