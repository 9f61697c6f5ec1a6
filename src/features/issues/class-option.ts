import type { IssueClass } from '@/shared/domain/issues/classes'
import { classIcon } from './class-icon'

/** A class as one of several to choose from; what only matters once it is chosen is left off its name. */
export const classOption = ({ code, name }: IssueClass) => ({
  value: code,
  label: name.replace(/（.*）$/, ''),
  icon: classIcon(code),
})
