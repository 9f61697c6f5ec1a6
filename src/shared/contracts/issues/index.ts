import { checking } from './checking'
import { dealing } from './dealing'
import { reading } from './reading'
import { reporting } from './reporting'

/** Every capability of issues (事项). */
export const issues = { ...reporting, ...reading, ...dealing, ...checking }
