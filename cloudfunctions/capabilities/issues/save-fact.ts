import type { Issue } from '@/shared/domain/issues/issue'
import { isFact } from '@/shared/domain/notices/fact-kinds'
import { factNotices } from '@/shared/domain/notices/fact-notices'
import type { Transaction } from '../../store/store'

/** Writes an issue with a new fact beside its state, the newest line of its history, and tells whoever it concerns. */
export const saveFact = async (
  tx: Transaction,
  issue: Issue,
  told: { actorId: string; deciderId?: string | null },
): Promise<void> => {
  await tx.issues.put(issue)
  const { kind } = issue.timeline.at(-1)!
  if (!isFact(kind)) throw new Error(`${kind} is no fact beside the state`)
  for (const notice of factNotices(issue, kind, told)) await tx.notices.create(notice)
}
