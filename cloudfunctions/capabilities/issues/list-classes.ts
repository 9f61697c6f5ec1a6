import type { issues } from '@/shared/contracts/issues'
import { issueClasses, limitLabel, responsibleLabel } from '@/shared/domain/issues/classes'
import { limitIn } from '@/shared/domain/issues/issue-limit'
import type { Handler } from '../../runtime/handler'

/** The list a report starts from; the same for everybody of a community, signed in or not. */
export const listClasses: Handler<typeof issues.listClasses> = async (_input, { directory }) => {
  const { settings } = (await directory()).rules
  return {
    classes: issueClasses.map((issueClass) => ({
      code: issueClass.code,
      name: issueClass.name,
      keywords: [...issueClass.keywords],
      photoPolicy: issueClass.photoPolicy,
      limitLabel: limitLabel(limitIn(issueClass, settings)),
      responsible: responsibleLabel(issueClass),
      isPublic: issueClass.isPublic,
      emergency: issueClass.emergency && {
        advice: issueClass.emergency.advice,
        numbers: issueClass.emergency.numbers.map((one) => ({ ...one })),
      },
    })),
  }
}
