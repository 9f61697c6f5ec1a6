/** Acts of joint handling (联合办理) beside the moves of the one table, by the name of the capability that carries them out. */
export const jointActNames = [
  'setLead',
  'addHelper',
  'removeHelper',
  'sendBack',
  'addCommitment',
  'callMeeting',
  'takeStep',
  'setParties',
] as const
export type JointAct = (typeof jointActNames)[number]
