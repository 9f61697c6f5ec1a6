import { nameOfLeft } from '../residents/leaving'
import type { Project } from './project'

/**
 * A project without whoever answered for it: that somebody did stays, and that works began; who it was does not, for an owner may be a
 * resident without any post. What the desk did keeps the name under which it acted.
 */
export const withoutOwner = (project: Project, strangerId: string): Project => ({
  ...project,
  owner: project.owner && { personId: strangerId, name: nameOfLeft },
  history: project.history.map((one) =>
    one.move === 'start' && one.byName === project.owner?.name ? { ...one, byName: nameOfLeft } : one,
  ),
})
