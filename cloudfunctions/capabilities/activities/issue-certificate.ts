import type { activities } from '@/shared/contracts/activities'
import {
  certificateFrom,
  certificatesMax,
  certificateTriesIdOf,
  codeOfCertificate,
  newCertificateId,
  ownCertificate,
  spanOf,
  statesTheSame,
} from '@/shared/domain/activities/certificate'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { servedSums, servedTitles } from './served'
import { themesOf } from '../../store/themes'

/** States what the caller has served from day to day. Asked again for what a valid one states already, that one is the answer. */
export const issueCertificate: Handler<typeof activities.issueCertificate> = async ({ from, to }, context) => {
  const { actor, now, store, directory, newSecret, transact } = context
  const span = spanOf({ from, to }, now)
  const [sums, titles, valid, { names }, { community }] = await Promise.all([
    servedSums(store, actor.personId, span),
    servedTitles(store, actor.personId, span),
    store.certificates.list({ where: { personId: actor.personId, state: 'valid' }, limit: certificatesMax }),
    themesOf(store, actor.communityId),
    directory(),
  ])
  const made = certificateFrom({
    _id: newCertificateId(newSecret()),
    actor,
    communityName: community.name,
    from,
    to: span.to,
    sums,
    titles,
    themeNames: names,
    now,
  })
  if (isRefusal(made)) return made
  const same = valid.find((one) => statesTheSame(one, made))
  if (same) return ownCertificate(same)
  if (valid.length >= certificatesMax) return refuse('CERTIFICATES_TOO_MANY')
  const triesId = certificateTriesIdOf(codeOfCertificate(made._id))
  return transact(async (tx) => {
    if (!(await tx.certificateTries.get(triesId))) await tx.certificateTries.put({ _id: triesId })
    await tx.certificates.create(made)
    return ownCertificate(made)
  })
}
