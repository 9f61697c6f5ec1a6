import { useEffect, useRef } from 'react'

const reachable = 'button:not([aria-disabled=true]), input, textarea, select, a[href], [tabindex="0"]'

/** While the dialog stands: focus goes in, Tab stays in, Esc closes, the page does not scroll, focus goes back. */
export function useDialogFocus(id: string, onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    const members = () => [...(document.getElementById(id)?.querySelectorAll<HTMLElement>(reachable) ?? [])]
    members()[0]?.focus()
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
    return () => {
      document.removeEventListener('keydown', listen)
      document.body.style.overflow = overflow
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id])
}
