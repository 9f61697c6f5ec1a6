import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { dayOf } from '@/shared/kernel/time'
import { issueResultNames, issueResults, type IssueMove, type IssueResult } from '@/shared/kernel/vocabulary'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { DayInput } from './day-input'
import type { MoveForm, MoveIssue } from './move-form'
import { moveWords, type MoveField } from './move-words'
import { ParentPicker } from './parent-picker'
import { PersonPicker } from './person-picker'
import { PhotoInput } from './photo-input'
import type { Photos } from './use-photos'

const resultNotes: Record<IssueResult, string> = {
  resolved: '问题已经不存在了',
  partly: '解决了一部分，剩下的已说明',
  cannot: '目前没有条件解决，说明原因',
  notOurs: '不归社区管，说明该找谁',
}

const afterHelps: Record<IssueDetail['photoPolicy'], string> = {
  asked: '这类事项要留下处理后的照片，请不要拍到人脸和门牌里的住户',
  optional: '不是必须，有照片更清楚',
  never: '',
}

const labels: Record<MoveField, string> = {
  result: '处理结果',
  beforeFileIds: '处理前的照片',
  fileIds: '处理后的照片',
  sentence: '处理说明',
  personId: '交给谁',
  parentId: '合并到哪一件',
  until: '到哪一天',
  reason: '理由',
  turnTo: '可以找谁',
}

const lengths = { sentence: 2000, reason: 500, turnTo: 200 } as const

type Props = { field: MoveField; required: boolean; issue: MoveIssue; move: IssueMove; form: MoveForm }

/** The input that brings one field of a move. */
export function MoveFieldInput({ field, required, issue, move, form }: Props) {
  const { typed, choose, write, errors } = form
  const words = moveWords[move]
  const shared = { label: words.labels?.[field] ?? labels[field], required, error: errors[field] }
  /** That photos are missing is over once there is one. */
  const withoutPhotos = ({ held }: Photos) => ({ ...shared, error: held.length === 0 ? shared.error : undefined })
  switch (field) {
    case 'result':
      return (
        <Choice
          {...shared}
          layout="list"
          options={issueResults.map((value) => ({ value, label: issueResultNames[value], note: resultNotes[value] }))}
          value={typed.result ?? null}
          onChange={(result) => choose({ result })}
        />
      )
    case 'personId':
      return (
        <PersonPicker
          {...shared}
          issue={issue}
          move={move}
          value={typed.personId}
          onChange={(personId) => choose({ personId })}
        />
      )
    case 'parentId':
      return (
        <ParentPicker {...shared} issue={issue} value={typed.parentId} onChange={(parentId) => choose({ parentId })} />
      )
    case 'fileIds':
      return (
        <PhotoInput
          {...withoutPhotos(form.after)}
          photos={form.after}
          help={move === 'resubmit' ? '' : afterHelps[issue.photoPolicy]}
        />
      )
    case 'beforeFileIds':
      return (
        <PhotoInput {...withoutPhotos(form.before)} photos={form.before} help="上报时没有照片，补一张动手之前拍的" />
      )
    case 'until':
      return (
        <DayInput {...shared} value={typed.until} today={dayOf(issue.now)} onChange={(until) => choose({ until })} />
      )
    case 'sentence':
    case 'reason':
    case 'turnTo':
      return (
        <Field
          {...shared}
          optional={!required}
          name={field}
          kind={field === 'turnTo' ? 'text' : 'lines'}
          maxLength={lengths[field]}
          counter={field !== 'turnTo' && (typed[field]?.length ?? 0) > lengths[field] * 0.8}
          placeholder={words.placeholders?.[field] ?? '用一两句话说清楚'}
          value={typed[field] ?? ''}
          onChange={(value) => write({ [field]: value })}
        />
      )
  }
}
