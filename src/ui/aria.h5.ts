import type { Described } from './aria.types'

/** The props that tell a screen reader what something is; spread them on View, Text or Image. */
export function aria(described: Described): Record<string, unknown> {
  const { role, ...states } = described
  const props: Record<string, unknown> = role ? { role } : {}
  for (const [state, value] of Object.entries(states)) {
    if (value !== undefined) props[`aria-${state}`] = String(value)
  }
  return props
}
