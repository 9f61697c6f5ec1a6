import type { consultations } from '@/shared/contracts/consultations'
import type { Consultation } from '@/shared/domain/consultations/records'
import { isVoteOpen } from '@/shared/domain/consultations/votes'
import type { OutputOf } from '@/shared/kernel/capability'
import { nameOfScope, type Directory } from '../../store/directory'

type Row = OutputOf<typeof consultations.listTopics>['topics'][number]

export const topicRow = (consultation: Consultation, directory: Directory, now: number): Row => {
  const { _id, title, step, end, isOpen, scope, proposedAs, supports, textCheck, createdAt, updatedAt } = consultation
  return {
    id: _id,
    title,
    step,
    end,
    isOpen,
    scopeName: scope.kind === 'community' ? null : nameOfScope(directory, scope),
    proposedAs,
    supports,
    textCheck,
    isVoteOpen: isVoteOpen(consultation, now),
    createdAt,
    updatedAt,
  }
}
