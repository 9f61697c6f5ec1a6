import { checking } from './checking'
import { clocks } from './clocks'
import { dealing } from './dealing'
import { joining } from './joining'
import { openData } from './open-data'
import { publicReading } from './public'
import { reading } from './reading'
import { reporting } from './reporting'

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
}
