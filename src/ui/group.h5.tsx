import type { KeyboardEvent } from 'react'
import type { GroupProps } from './group.types'

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Radios and tabs that belong together: arrow keys move to the neighbour and choose it, as browsers do. */
export function Group({ role, label, className, children, ...rest }: GroupProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[event.key]
    if (!step || role === 'group') return
    const members = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio],[role=tab]')]
    const usable = members.filter((member) => member.getAttribute('aria-disabled') !== 'true')
    const here = usable.indexOf(document.activeElement as HTMLElement)
    const next = usable[(here + step + usable.length) % usable.length]
    if (here < 0 || !next) return
    event.preventDefault()
    next.focus()
    next.click()
  }
  return (
    <div
      role={role}
      aria-label={label}
      aria-invalid={rest.invalid || undefined}
      aria-describedby={rest.describedby}
      className={className}
      onKeyDown={move}
    >
      {children}
    </div>
  )
}
