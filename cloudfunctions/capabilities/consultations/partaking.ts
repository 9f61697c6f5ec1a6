import { tookPart } from '@/shared/domain/consultations/who'
import type { Partaker } from '@/shared/domain/consultations/records'
import type { ReadStore, Transaction } from '../../store/store'
import { listWhole } from '../../store/whole'
import { partakerIdOf } from './ids'

type Part = Partial<Pick<Partaker, 'isSupporter' | 'hasCommented' | 'hasVoted' | 'attended'>>

/** Notes what somebody had to do with a consultation, so that they hear how it ends. */
export const notePartaker = async (
  tx: Transaction,
  about: { _id: string; communityId: string },
  personId: string,
  part: Part,
): Promise<void> => {
  const _id = partakerIdOf(about._id, personId)
  const before = await tx.partakers.get(_id)
  const blank: Partaker = {
    _id,
    communityId: about.communityId,
    consultationId: about._id,
    personId,
    isSupporter: false,
    hasCommented: false,
    hasVoted: false,
    attended: [],
  }
  await tx.partakers.put({ ...(before ?? blank), ...part })
}

const joinedMax = 100

/** Everybody who took part, each once, whoever proposed it included, and those of every topic that went into it. */
export const everyPartaker = async (
  store: Pick<ReadStore, 'partakers' | 'consultations'>,
  { _id, proposerId }: { _id: string; proposerId: string },
): Promise<string[]> => {
  const people = new Set([proposerId])
  const partakers = await listWhole(store.partakers, { consultationId: _id })
  partakers.filter(tookPart).forEach(({ personId }) => people.add(personId))
  // No circle: what went into another is over, and nothing goes into what is over.
  const joined = await store.consultations.list({ where: { joinedIntoId: _id }, limit: joinedMax })
  for (const one of joined) for (const personId of await everyPartaker(store, one)) people.add(personId)
  return [...people]
}
