import type { Registry } from '../runtime/handler'

/**
 * THE registry: every domain, with what can be asked of it and who carries it out. A call loads its own domain only, so that
 * a cold instance does not wait for eleven others.
 */
export const registry: Registry = {
  session: () => import('./session'),
  organization: () => import('./organization'),
  residents: () => import('./residents'),
  issues: () => import('./issues'),
  notices: () => import('./notices'),
  files: () => import('./files'),
  settings: () => import('./settings'),
  insight: () => import('./insight'),
  lovebank: () => import('./lovebank'),
  activities: () => import('./activities'),
  redemptions: () => import('./redemptions'),
  consultations: () => import('./consultations'),
  projects: () => import('./projects'),
  consents: () => import('./consents'),
}
