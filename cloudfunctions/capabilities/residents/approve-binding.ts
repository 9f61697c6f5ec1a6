import type { residents } from '@/shared/contracts/residents'
import { decideBinding } from '@/shared/domain/residents/decide-binding'
import { joinEntered } from '@/shared/domain/residents/entered'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Says yes or no to a binding; a yes moves the person into the household in the same transaction. */
export const approveBinding: Handler<typeof residents.approveBinding> = (input, { actor, now, transact }) =>
  transact(async (tx) => {
    const binding = await tx.bindings.get(input.id)
    if (!binding) return refuse('NOT_FOUND')
    const decided = decideBinding(binding, input, actor, now)
    if (isRefusal(decided)) return decided
    await tx.bindings.put(decided)
    if (decided.state === 'approved') {
      const person = await tx.persons.get(decided.personId)
      if (!person) return refuse('NOT_FOUND')
      // Only a newcomer takes the name they typed: nobody the community knows renames themself by asking.
      const name = person.isNewcomer ? decided.personName : person.name
      if (input.enteredId) {
        const joined = joinEntered(await tx.persons.get(input.enteredId), decided)
        if (isRefusal(joined)) return joined
        await tx.persons.put(joined)
      }
      await tx.persons.put({ ...person, name, householdId: decided.householdId, isNewcomer: false })
    }
    await tx.notices.create({
      _id: `${decided._id}-decided`,
      communityId: decided.communityId,
      recipientId: decided.personId,
      title: decided.state === 'approved' ? '住户绑定已确认' : '住户绑定未通过',
      text:
        decided.state === 'approved'
          ? `${actor.name} 已确认您是 ${decided.householdLabel} 的住户。`
          : `${actor.name} 退回了您绑定 ${decided.householdLabel} 的申请：${decided.reason}`,
      subject: { kind: 'binding', id: decided._id },
      createdAt: toInstant(now),
      isRead: false,
    })
    return { ...decided, id: decided._id }
  })
