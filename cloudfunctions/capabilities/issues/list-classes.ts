import type { issues } from '@/shared/contracts/issues'
import { issueClasses, limitLabel, responsibleLabel } from '@/shared/domain/issues/classes'
import type { Handler } from '../../runtime/handler'

/** The list a report starts from; the same for everybody, signed in or not. */
export const listClasses: Handler<typeof issues.listClasses> = async () => ({
  classes: issueClasses.map((issueClass) => ({
    code: issueClass.code,
    name: issueClass.name,
    keywords: [...issueClass.keywords],
    photoPolicy: issueClass.photoPolicy,
    limitLabel: limitLabel(issueClass.limit),
    responsible: responsibleLabel(issueClass),
    isPublic: issueClass.isPublic,
    emergency: issueClass.emergency && {
      advice: issueClass.emergency.advice,
      numbers: issueClass.emergency.numbers.map((one) => ({ ...one })),
    },
  })),
})
