import { useState } from 'react'
import { forgetHalfWritten, halfWrittenOf, keepHalfWritten } from '@/client/half-written'

export interface HalfWritten<Name extends string> {
  words: Readonly<Record<Name, string>>
  write: (changed: Readonly<Partial<Record<Name, string>>>) => void
  /** Once it was sent. */
  forget: () => void
  /** Whether what stands there comes from before. */
  isTakenUp: boolean
  startAgain: () => void
}

/**
 * The words of a form, by the name of their field: kept on this phone under `keptAs` until they are sent or thrown away; without it, as
 * long as the form is open.
 */
export const useHalfWritten = <Name extends string>(
  keptAs: string | undefined,
  start: Readonly<Record<Name, string>>,
): HalfWritten<Name> => {
  const [kept] = useState(() => (keptAs ? halfWrittenOf(keptAs) : null))
  const [isTakenUp, setTakenUp] = useState(kept !== null)
  const [words, setWords] = useState<Readonly<Record<Name, string>>>(() => ({ ...start, ...kept }))
  const forget = (): void => {
    if (keptAs) forgetHalfWritten(keptAs)
  }
  return {
    words,
    write: (changed) => {
      const next: Readonly<Record<Name, string>> = { ...words, ...changed }
      setWords(next)
      if (Object.entries(next).every(([name, word]) => word === (start[name as Name] ?? ''))) forget()
      else if (keptAs) keepHalfWritten(keptAs, next)
    },
    forget,
    isTakenUp,
    startAgain: () => {
      forget()
      setTakenUp(false)
      setWords(start)
    },
  }
}
