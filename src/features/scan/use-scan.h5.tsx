import { useCallback, useRef, useState } from 'react'
import { ScanSheet } from './scan-sheet.h5'
import type { UseScan } from './use-scan.types'

/** A browser has no scanner of its own: the camera's picture is shown in a sheet and read here. */
export const useScan: UseScan = (asked) => {
  const [isOpen, setOpen] = useState(false)
  const settle = useRef<(text: string | null) => void>()
  const answer = useCallback((text: string | null) => {
    setOpen(false)
    settle.current?.(text)
  }, [])
  const scan = useCallback(() => {
    setOpen(true)
    return new Promise<string | null>((resolve) => {
      settle.current = resolve
    })
  }, [])
  return [scan, isOpen ? <ScanSheet asked={asked} onAnswer={answer} /> : null]
}
