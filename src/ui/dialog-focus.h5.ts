import { useEffect, useRef } from 'react'
import { holdBack } from './back-closes'

const reachable = 'button:not([aria-disabled=true]), input, textarea, select, a[href], [tabindex="0"]'

/** Taro's elements move their children once when they first appear, and a moved element loses the focus. */
const settleMs = 60

/** While the dialog stands: focus goes in, Tab stays in, Esc and back close, the page does not scroll, focus goes back. */
export function useDialogFocus(id: string, onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    const members = () => [...(document.getElementById(id)?.querySelectorAll<HTMLElement>(reachable) ?? [])]
    const entering = setTimeout(() => members()[0]?.focus(), settleMs)
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key !== 'Tab') return
      const all = members()
      const edge = event.shiftKey ? all[0] : all[all.length - 1]
      const other = event.shiftKey ? all[all.length - 1] : all[0]
      if (document.activeElement !== edge && all.includes(document.activeElement as HTMLElement)) return
      event.preventDefault()
      other?.focus()
    }
    const overflow = document.body.style.overflow
    document.body.style.overflow = 'hidden'
    document.addEventListener('keydown', listen)
    const letGo = holdBack(() => close.current())
    return () => {
      letGo()
      clearTimeout(entering)
      document.removeEventListener('keydown', listen)
      document.body.style.overflow = overflow
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id])
}
