/** What a community may set about its issues, and what holds until it does. */
export interface IssueSettings {
  /** How often an owner may pass an issue on before the community worker decides. */
  readonly passesMax: number
  /** Working minutes the community worker has to decide it. */
  readonly decideMinutes: number
  /** Days of the reporter's silence after which a result goes to a verifier. */
  readonly verifyDays: number
  /** Working days of the reporter's silence after which a returned issue is withdrawn. */
  readonly returnedWorkingDays: number
  /** Days after closing within which the reporter may reopen. */
  readonly reopenDays: number
  /** Reopenings before the next one, the last, puts the issue under supervision (督办). */
  readonly reopensMax: number
  /** Of a hundred fixes on the spot, how many are checked. */
  readonly samplePercent: number
  /** Days ahead to which an issue may be suspended. */
  readonly suspendDaysMax: number
  /** Working minutes within which an asked extension (延期) is to be decided. */
  readonly extensionDecideMinutes: number
  /** Working minutes within which whoever owns a supervised issue has to say how it stands, from the question or their last answer. */
  readonly supervisionAnswerMinutes: number
}

export const defaultIssueSettings: IssueSettings = {
  passesMax: 2,
  decideMinutes: 240,
  verifyDays: 7,
  returnedWorkingDays: 7,
  reopenDays: 15,
  reopensMax: 2,
  samplePercent: 10,
  suspendDaysMax: 90,
  extensionDecideMinutes: 240,
  supervisionAnswerMinutes: 1080,
}
