import { commitments } from './commitments'
import { dealing } from './dealing'
import { disputes } from './disputes'
import { joint } from './joint'
import { meetings } from './meetings'
import { reading } from './reading'
import { reporting } from './reporting'

/** Every capability of issues (事项). */
export const issues = { ...reporting, ...reading, ...dealing, ...joint, ...commitments, ...meetings, ...disputes }
