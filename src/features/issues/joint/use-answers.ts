import { useState } from 'react'
import { useHalfWritten } from '@/features/forms/use-half-written'
import type { Answers, Ask } from './ask'

type Chosen = Omit<Answers, 'words'>
const nothing: Chosen = { personId: '', dueOn: '', fileIds: [] }

const wordsOf = ({ fields }: Ask): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, 'start' in field ? (field.start ?? '') : '']))

/** What a small form was answered so far; of a form that says so the words outlive its closing, until they are sent or thrown away. */
export const useAnswers = (ask: Ask) => {
  const { words, write, ...form } = useHalfWritten(ask.keptAs, wordsOf(ask))
  const [chosen, setChosen] = useState(nothing)
  const answers: Answers = { ...chosen, words }
  const give = (change: (before: Answers) => Answers): void => {
    const { words: written, ...next } = change(answers)
    setChosen(next)
    if (written !== words) write(written)
  }
  const startAgain = (): void => {
    form.startAgain()
    setChosen(nothing)
  }
  return { answers, give, ...form, startAgain }
}
