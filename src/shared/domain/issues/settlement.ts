import type { Issue } from './issue'

/** Calendar days within which a dispute that was taken up is settled. */
export const settlementDays = 30

/** True once a dispute has been taken up (受理): its first contact is made, and the settlement runs. */
export const isTakenUp = ({ steps = [] }: Pick<Issue, 'steps'>): boolean =>
  steps.some(({ step }) => step === 'accepted')
