/** What the content check (内容安全检测) makes of words. waiting: nobody has said anything yet · review: a person has to look · risky, rejected: never shown. */
export const textChecks = ['waiting', 'passed', 'review', 'risky', 'rejected'] as const
