import type { organization } from '@/shared/contracts/organization'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { readRegister } from './register-of'

/** What a table of households would change, before anybody changes it. */
export const checkHouseholds: Handler<typeof organization.checkHouseholds> = async ({ content }, context) => {
  const read = await readRegister(content, context)
  if (isRefusal(read)) return read
  const { problems, count, added, changed } = read
  return { problems, count, added: added.length, changed: changed.length }
}
