import { randomUUID } from 'node:crypto'
import { withoutHolder } from '@/shared/domain/activities/certificate'
import { withoutVolunteer } from '@/shared/domain/activities/leaving'
import { withoutProposer } from '@/shared/domain/consultations/leaving'
import { adoptionWithout } from '@/shared/domain/issues/adoption'
import { withoutPhoneOwner } from '@/shared/domain/issues/access-log'
import { withoutOwner } from '@/shared/domain/projects/leaving'
import { withoutAssisted } from '@/shared/domain/residents/assistance'
import { nameOfLeft, remainsOf, withoutPerson } from '@/shared/domain/residents/leaving'
import type { Person } from '@/shared/domain/organization/records'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import { forfeit, release } from '@/shared/domain/lovebank/entries'
import type { Draft } from '@/shared/domain/lovebank/transfer'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { endConsents } from './end-consents'
import { endRedemptions } from './end-redemptions'
import { findMember, postTransfer } from '../runtime/ledger'
import { mergedUpFrom } from '../store/merged-into'
import { batchSize, type Job, type JobContext } from './job'

const removedAtOnce = 50

/** Takes a person out of an issue and of everything it was merged into, one issue a transaction. */
const leaveIssues = async (
  issueId: string,
  personId: string,
  strangerId: string,
  { store }: JobContext,
): Promise<void> => {
  await mergedUpFrom(issueId, (id) =>
    store.transact(async (tx) => {
      const issue = await tx.issues.get(id)
      if (issue) await tx.issues.put(withoutPerson(issue, personId, strangerId))
      return issue
    }),
  )
}

/** Takes the name and the way home out of everything somebody reported or joined. */
const endReports = async (personId: string, context: JobContext): Promise<void> => {
  const { store } = context
  // Drawn by chance and kept nowhere else: no one, the person included, can find out who it was.
  const strangerId = `left-${randomUUID()}`
  for (;;) {
    const found = await store.issues.list({ where: { reporterId: personId }, limit: batchSize })
    for (const { _id } of found) await leaveIssues(_id, personId, strangerId, context)
    if (found.length < batchSize) break
  }
  for (;;) {
    const found = await store.joinings.list({ where: { personId }, limit: batchSize })
    for (const { _id, issueId } of found) {
      await leaveIssues(issueId, personId, strangerId, context)
      await store.transact((tx) => tx.joinings.remove(_id))
    }
    if (found.length < batchSize) return
  }
}

/** Takes the name out of what somebody adopted; the plot and its duty stay on record. */
const endAdoptions = async (personId: string, { store }: JobContext): Promise<void> => {
  for (;;) {
    const found = await store.adoptions.list({ where: { 'adopter.personId': personId }, limit: batchSize })
    for (const { _id } of found)
      await store.transact(async (tx) => {
        const adoption = await tx.adoptions.get(_id)
        if (adoption) await tx.adoptions.put(adoptionWithout(adoption, personId))
      })
    if (found.length < batchSize) return
  }
}

/** Deletes what was only theirs. */
const endRecords = async (
  name:
    'notices' | 'bindings' | 'signups' | 'volunteers' | 'activityChecks' | 'rankingChoices' | 'rankings' | 'partakers',
  field: 'recipientId' | 'personId' | 'authorId',
  personId: string,
  { store }: Pick<JobContext, 'store'>,
): Promise<void> => {
  for (;;) {
    const found: readonly { _id: string }[] = await store[name].list({
      where: { [field]: personId },
      limit: removedAtOnce,
    })
    await store.transact(async (tx) => {
      for (const { _id } of found) await tx[name].remove(_id)
    })
    if (found.length < removedAtOnce) return
  }
}

/** That somebody's number was shown stays on record; whose it was does not. */
const endPhoneReads = async (personId: string, { store }: JobContext): Promise<void> => {
  for (;;) {
    const found = await store.accessLogs.list({ where: { 'phone.ownerId': personId }, limit: removedAtOnce })
    await store.transact(async (tx) => {
      for (const log of found) await tx.accessLogs.put(withoutPhoneOwner(log))
    })
    if (found.length < removedAtOnce) return
  }
}

/** That somebody was helped to report stays on record; who it was does not. */
const endAssistances = async (personId: string, { store }: JobContext): Promise<void> => {
  for (;;) {
    const found = await store.assistances.list({ where: { forId: personId }, limit: removedAtOnce })
    await store.transact(async (tx) => {
      for (const assistance of found) await tx.assistances.put(withoutAssisted(assistance))
    })
    if (found.length < removedAtOnce) return
  }
}

/** That somebody came, led or agreed stays on record, for hours and points have to add up; who it was does not. */
const endActivities = async (personId: string, { store }: JobContext): Promise<void> => {
  const strangerId = `left-${randomUUID()}`
  for (const name of ['activities', 'sessions'] as const)
    await store[name].updateWhere({ leaderId: personId }, { leaderId: strangerId })
  for (const field of ['personId', 'recordedBy', 'decision.by'] as const)
    for (;;) {
      const found = await store.participations.list({ where: { [field]: personId }, limit: removedAtOnce })
      await store.transact(async (tx) => {
        for (const one of found) await tx.participations.put(withoutVolunteer(one, personId, strangerId))
      })
      if (found.length < removedAtOnce) break
    }
  await endRecords('signups', 'personId', personId, { store })
  await endRecords('volunteers', 'personId', personId, { store })
  await endRecords('activityChecks', 'authorId', personId, { store })
}

/** They are on no ranking any more; of what was certified stays that the code was given and is good no more. */
const endShown = async (personId: string, { store, now }: JobContext): Promise<void> => {
  await endRecords('rankingChoices', 'personId', personId, { store })
  await endRecords('rankings', 'personId', personId, { store })
  const strangerId = `left-${randomUUID()}`
  for (;;) {
    const found = await store.certificates.list({ where: { personId }, limit: removedAtOnce })
    await store.transact(async (tx) => {
      for (const one of found) await tx.certificates.put(withoutHolder(one, strangerId, now))
    })
    if (found.length < removedAtOnce) return
  }
}

/** What somebody proposed, said and voted stays as said; who it was does not. */
const endConsultations = async (personId: string, { store }: JobContext): Promise<void> => {
  const strangerId = `left-${randomUUID()}`
  for (;;) {
    const found = await store.consultations.list({ where: { proposerId: personId }, limit: removedAtOnce })
    for (const { _id } of found)
      await store.transact(async (tx) => {
        const topic = await tx.consultations.get(_id)
        if (topic) await tx.consultations.put(withoutProposer(topic, personId, strangerId))
      })
    if (found.length < removedAtOnce) break
  }
  await store.comments.updateWhere({ personId }, { personId: strangerId })
  await store.ballots.updateWhere({ personId }, { personId: strangerId })
  await endRecords('partakers', 'personId', personId, { store })
}

/** What was proposed, resolved and paid stays on record; who proposed it, answered for it or kept the money does not. */
const endProjects = async (personId: string, { store }: JobContext): Promise<void> => {
  const stranger = { personId: `left-${randomUUID()}`, name: nameOfLeft }
  await store.projects.updateWhere(
    { proposerId: personId },
    { proposerId: stranger.personId, proposerName: nameOfLeft },
  )
  for (;;) {
    const found = await store.projects.list({ where: { 'owner.personId': personId }, limit: removedAtOnce })
    for (const { _id } of found)
      await store.transact(async (tx) => {
        const project = await tx.projects.get(_id)
        if (project?.owner?.personId === personId) await tx.projects.put(withoutOwner(project, stranger.personId))
      })
    if (found.length < removedAtOnce) break
  }
  await store.fundings.updateWhere({ 'treasurer.personId': personId }, { treasurer: stranger })
}

/**
 * Ends what somebody has in the love bank: what is held comes back, everything free ends, and then the only way from the account to the
 * person goes, with every word about it. The chain stays and still holds. A family account is the household's and stays.
 */
const endPoints = async (personId: string, { store, now }: JobContext): Promise<void> => {
  const holderId = holderIdOf('person', personId)
  const at = toInstant(now)
  const accountId = await store.transact(async (tx) => {
    const member = await findMember(tx, { kind: 'person', ownerId: personId })
    if (!member) return null
    const { holder } = member
    let { account } = member
    const post = async (draft: Draft): Promise<void> => {
      const note = { actorId: personId, title: '账号注销', reason: null, subjectId: null }
      account = (await postTransfer(tx, { holder, account }, draft, note)).account
    }
    for (const { id: holdId } of account.holds) {
      const draft = release(account, { id: `release:${holdId}`, holdId, at })
      if (!isRefusal(draft)) await post(draft)
    }
    const rest = forfeit(account, { at })
    if (rest) await post(rest)
    return account._id
  })
  if (accountId === null) return
  for (;;) {
    const found = await store.transferNotes.list({ where: { accountId }, limit: removedAtOnce })
    await store.transact(async (tx) => {
      for (const { _id } of found) await tx.transferNotes.remove(_id)
    })
    if (found.length < removedAtOnce) break
  }
  await store.transact((tx) => tx.holders.remove(holderId))
}

const end = async (person: Person, context: JobContext): Promise<boolean> => {
  const { store, now } = context
  await endReports(person._id, context)
  await endAdoptions(person._id, context)
  await endRedemptions(person._id, context)
  await endConsents(person, context)
  await endRecords('notices', 'recipientId', person._id, context)
  await endRecords('bindings', 'personId', person._id, context)
  await endPhoneReads(person._id, context)
  await endAssistances(person._id, context)
  await endActivities(person._id, context)
  await endShown(person._id, context)
  await endConsultations(person._id, context)
  await endProjects(person._id, context)
  await endPoints(person._id, context)
  const postings = await store.postings.list({ where: { personId: person._id }, limit: 1000 })
  const remains = remainsOf(person, postings)
  return store.transact(async (tx) => {
    const still = await tx.persons.get(person._id)
    if (!still?.leavesAt || still.leavesAt > toInstant(now)) return false
    for (const { _id } of remains ? [] : postings) await tx.postings.remove(_id)
    if (remains) await tx.persons.put(remains)
    else await tx.persons.remove(person._id)
    return true
  })
}

/**
 * Carries out the leavings whose day has come: what says who somebody is goes, what they reported stays without them. Cut off half way
 * it goes on with the next run, because the person goes last.
 */
export const endAccounts: Job = async (context) => {
  const { store, now } = context
  const leaving = await store.persons.list({
    where: { leavesAt: { before: toInstant(now) } },
    orderBy: [['leavesAt', 'asc']],
    limit: batchSize,
  })
  let done = 0
  for (const person of leaving) if (await end(person, context)) done++
  return { done }
}
