import type { projects } from '@/shared/contracts/projects'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { readShareFile } from './share-file'

/** What a table would change, before anything is changed. */
export const checkShares: Handler<typeof projects.checkShares> = async (input, context) => {
  const read = await readShareFile(input, context)
  if (isRefusal(read)) return read
  const { problems, count, changed, sumFen } = read
  return { problems, count, changed, sumFen }
}
