import type { ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'

/** The commands that a small form of joint handling sends. */
export type AskName =
  | 'issues.setLead'
  | 'issues.addHelper'
  | 'issues.removeHelper'
  | 'issues.sendBack'
  | 'issues.addCommitment'
  | 'issues.completeCommitment'
  | 'issues.postponeCommitment'
  | 'issues.dropCommitment'
  | 'issues.cancelMeeting'
  | 'issues.signInAttendee'
  | 'issues.writeMinutes'
  | 'issues.takeStep'
  | 'issues.setParties'
  | 'issues.dismissCluster'
  | 'issues.noteUpkeep'
  | 'issues.endAdoption'
  | 'activities.cancelSignup'
  | 'activities.cancelSession'
  | 'activities.decideParticipation'
  | 'activities.approveActivity'
  | 'activities.endActivity'
  | 'consultations.addComment'
  | 'consultations.withdrawTopic'
  | 'consultations.reviewTopic'
  | 'consultations.cancelMeeting'
  | 'consultations.writeMinutes'
  | 'consultations.goBackToMeeting'
  | 'consultations.reportBack'
  | 'consultations.growProject'

/** What was typed and chosen so far, by field. */
export interface Answers {
  personId: string
  dueOn: string
  fileIds: string[]
  /** Words, by the name of their field. */
  words: Record<string, string>
}

export type AskField =
  | {
      name: string
      kind: 'lines' | 'text'
      label: string
      max: number
      placeholder?: string
      isOptional?: boolean
      start?: string
    }
  /** Its word is empty while it is off. */
  | { name: string; kind: 'switch'; label: string; help: string }
  | { name: 'personId'; kind: 'person'; label: string }
  | { name: 'dueOn'; kind: 'day'; label: string }
  | { name: 'fileIds'; kind: 'photos'; label: string; help: string }

/** One small form: what it asks, what it sends, and what is said before and after. */
export interface Ask {
  /** Another key is another form, which starts empty. */
  key: string
  name: AskName
  /** Where what was typed is kept on this phone until it is sent, for what takes long to write. */
  keptAs?: string
  title: string
  explain: string
  submit: string
  done: string
  danger?: boolean
  fields: readonly AskField[]
  input: (answers: Answers) => InputOf<ContractOf<AskName>>
}
