import { useEffect, useState } from 'react'

type Ending = { expiresAt: string; now: string } | undefined

/** Whole seconds until something ends, by the server's clock: how far a phone's own is off does not matter. */
export const useSecondsLeft = (of: Ending): number => {
  const span = of ? Date.parse(of.expiresAt) - Date.parse(of.now) : 0
  const [counted, setCounted] = useState<{ of: Ending; left: number }>({ of, left: 0 })
  useEffect(() => {
    if (span === 0) return undefined
    const end = Date.now() + span
    const count = () => setCounted({ of, left: Math.max(0, Math.ceil((end - Date.now()) / 1000)) })
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [of, span])
  return counted.of === of ? counted.left : Math.ceil(span / 1000)
}
