import { useCallback, useEffect, useRef, useState } from 'react'

const pauseMs = 400

/**
 * Text under the fingers: shown at once; kept with the first letter, after a short pause, and on leaving the field or the
 * page. Keeping writes a whole draft to disk, which is too much for every letter.
 */
export const useTyped = (kept: string, keep: (text: string) => void) => {
  const [typed, setTyped] = useState(kept)
  const unkept = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const latestKeep = useRef(keep)
  latestKeep.current = keep

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    if (unkept.current === null) return
    const text = unkept.current
    unkept.current = null
    latestKeep.current(text)
  }, [])

  useEffect(() => flush, [flush])

  const type = (text: string) => {
    const isFirstOrNone = !typed || !text
    setTyped(text)
    unkept.current = text
    clearTimeout(timer.current)
    if (isFirstOrNone) flush()
    else timer.current = setTimeout(flush, pauseMs)
  }
  return { typed, type, flush }
}
