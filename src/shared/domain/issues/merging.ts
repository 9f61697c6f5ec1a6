import { classOf } from './classes'

type Classed = { readonly classCode: string }

/**
 * Whether two issues may be one. Whoever reported the one follows the other from then on, and a public issue shows its place and course to
 * everybody; so what is private (dispute, labour, fraud, hardship, complaint) only ever stands with its own class.
 */
export const mayBeOne = (one: Classed, other: Classed): boolean =>
  one.classCode === other.classCode || [one, other].every(({ classCode }) => classOf(classCode)?.isPrivate === false)
