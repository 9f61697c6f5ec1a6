import { calls } from './calls'
import { funding } from './funding'
import { running } from './running'

/** Projects (项目): from a call for proposals to the published final account, and their self-funding (自筹). */
export const projects = { ...calls, ...running, ...funding }
