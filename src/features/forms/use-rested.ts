import { useEffect, useState } from 'react'

const pauseMs = 600

/** What was typed, once the fingers rest; so that not every letter asks the server. */
export const useRested = (typed: string): string => {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}
