import { attending } from './attending'
import { leading } from './leading'
import { planning } from './planning'

/** Activities (活动) of volunteers: planned, attended and led. */
export const activities = { ...planning, ...attending, ...leading }
