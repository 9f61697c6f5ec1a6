import { attending } from './attending'
import { certificates } from './certificates'
import { leading } from './leading'
import { planning } from './planning'
import { ranking } from './ranking'

/** Activities (活动) of volunteers: planned, attended and led, and what is shown for having been there. */
export const activities = { ...planning, ...attending, ...leading, ...certificates, ...ranking }
