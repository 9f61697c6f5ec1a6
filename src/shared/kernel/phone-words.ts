/** What somebody may want a resident's number for, as people read it. */
export const phonePurposeNames = {
  askDetails: '问清情况',
  arrangeVisit: '约时间上门',
  tellResult: '告知结果',
  checkResult: '回访核实',
  urgent: '紧急联系',
  other: '其他',
} as const
export type PhonePurpose = keyof typeof phonePurposeNames
export const phonePurposes = Object.keys(phonePurposeNames) as [PhonePurpose, ...PhonePurpose[]]
