import type { Described } from './aria.types'

const known = ['role', 'label', 'hidden', 'checked', 'disabled', 'selected', 'expanded'] as const

/** The props that tell a screen reader what something is; spread them on View, Text or Image. */
export function aria(described: Described): Record<string, unknown> {
  const props: Record<string, unknown> = {}
  for (const state of known) {
    const value = described[state]
    if (value !== undefined) props[`aria${state.charAt(0).toUpperCase()}${state.slice(1)}`] = value
  }
  return props
}
