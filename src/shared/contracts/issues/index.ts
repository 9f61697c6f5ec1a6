import { adoptions } from './adoptions'
import { checking } from './checking'
import { clocks } from './clocks'
import { clusters } from './clusters'
import { commitments } from './commitments'
import { dealing } from './dealing'
import { desk } from './desk'
import { disputes } from './disputes'
import { followUps } from './follow-ups'
import { joining } from './joining'
import { joint } from './joint'
import { meetings } from './meetings'
import { openData } from './open-data'
import { phones } from './phones'
import { publicReading } from './public'
import { reading } from './reading'
import { reporting } from './reporting'
import { works } from './works'

/** Every capability of issues (事项). */
export const issues = {
  ...reporting,
  ...reading,
  ...publicReading,
  ...openData,
  ...dealing,
  ...clocks,
  ...joining,
  ...checking,
  ...joint,
  ...commitments,
  ...meetings,
  ...disputes,
  ...clusters,
  ...works,
  ...adoptions,
  ...phones,
  ...followUps,
  ...desk,
}
