import { useEffect, useRef, useState } from 'react'
import { forgetHalfWritten, halfWrittenOf, keepHalfWritten, onForgotten } from '@/client/half-written'

export interface HalfWritten<Name extends string> {
  words: Readonly<Record<Name, string>>
  write: (changed: Readonly<Partial<Record<Name, string>>>) => void
  /** Once it was sent; the form may be closed by then. */
  forget: () => void
  /** Whether what stands there comes from before. */
  isTakenUp: boolean
  startAgain: () => void
}

/**
 * The words of a form, by the name of their field: kept on this phone under `keptAs` until they are sent or thrown away; without it, as
 * long as the form is open. Give `forget` to `useCommand`: what only a form that is still open is told of comes too late for one that was
 * closed while it was being sent.
 */
export const useHalfWritten = <Name extends string>(
  keptAs: string | undefined,
  start: Readonly<Record<Name, string>>,
): HalfWritten<Name> => {
  const [kept] = useState(() => (keptAs ? halfWrittenOf(keptAs) : null))
  const [isTakenUp, setTakenUp] = useState(kept !== null)
  const [words, setWords] = useState<Readonly<Record<Name, string>>>(() => ({ ...start, ...kept }))
  const empty = (): void => {
    setTakenUp(false)
    setWords(start)
  }
  const emptied = useRef(empty)
  emptied.current = empty
  // It was closed while it was being sent and opened again: once it is sent, it must not stand here to be sent again.
  useEffect(() => onForgotten((form) => form === keptAs && emptied.current()), [keptAs])
  const forget = (): void => {
    if (keptAs) forgetHalfWritten(keptAs)
  }
  return {
    words,
    write: (changed) => {
      const next: Readonly<Record<Name, string>> = { ...words, ...changed }
      setWords(next)
      const isAsBegun = Object.entries(next).every(([name, word]) => word === (start[name as Name] ?? ''))
      if (keptAs) keepHalfWritten(keptAs, isAsBegun ? {} : next)
    },
    forget,
    isTakenUp,
    startAgain: () => {
      forget()
      empty()
    },
  }
}
