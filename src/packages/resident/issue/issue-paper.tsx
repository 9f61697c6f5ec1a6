import { commitmentLooks } from '@/features/issues/joint/commitment-card'
import { exactWords } from '@/features/issues/time-words'
import type { CommitmentRow } from '@/shared/contracts/issues/joint-shapes'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { issueResultNames } from '@/shared/kernel/vocabulary'
import { Paper } from '@/ui/paper'
import type { PaperPart } from '@/ui/paper.types'
import { sources } from './issue-content'
import { actorOf } from './issue-timeline'

/** Everything about one issue as it is filed: what was reported, who dealt with it, what came of it, each step with its moment. */
export function IssuePaper({ issue }: { issue: IssueDetail }) {
  return (
    <Paper
      title="事项办理档案"
      under={`编号 ${issue.code}`}
      facts={factsOf(issue)}
      parts={[
        { title: '上报内容', text: issue.text },
        ...jointParts(issue),
        {
          title: '办理过程',
          table: { heads: ['时间', '环节', '经办', '说明'], rows: issue.timeline.map(rowOf), whole: [0, 1] },
        },
        ...photoParts(issue),
      ]}
      foot={`${exactWords(issue.now)} 打印`}
    />
  )
}

const factsOf = (issue: IssueDetail): { label: string; value: string }[] => {
  const { reporter, result, rating, place, joint, joinedCount } = issue
  const outcome = result && [issueResultNames[result], issue.sentence].filter(Boolean).join('：')
  const rated = rating && [`${rating.stars} 星`, ...rating.tags, rating.text].filter(Boolean).join('，')
  const rows: [label: string, value: string | false | null | undefined][] = [
    ['类别', issue.className],
    ['上报时间', exactWords(issue.createdAt)],
    ['上报人', reporter && `${reporter.name}${reporter.isUnnamed ? '（匿名上报，请保密）' : ''}`],
    ['我也遇到', joinedCount > 0 && `${joinedCount} 户`],
    ['来源', sources[issue.source]],
    ['地点', place.words && !place.label.includes(place.words) ? `${place.label}，${place.words}` : place.label],
    ['现在状态', issue.isSupervised ? `${issue.stateName}（社区督办）` : issue.stateName],
    ['负责人', `${issue.owner.roleName} ${issue.owner.name}`],
    ['牵头', joint.lead && partyWords(joint.lead)],
    ['协办', joint.helpers.map(partyWords).join('、')],
    ['首问负责', `${issue.contact.roleName} ${issue.contact.name}`],
    ['办理时限', issue.dueAt ? `${issue.limitLabel}，${exactWords(issue.dueAt)} 前` : issue.limitLabel],
    ['整治工程', worksWords(issue)],
    ['处理结果', outcome],
    ['上报人评价', rated],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

const partyWords = ({ departmentName, roleName, name }: NonNullable<IssueDetail['joint']['lead']>): string =>
  [departmentName ?? roleName, name].join(' ')

const worksWords = ({ works }: IssueDetail): string | null => {
  if (!works) return null
  const { what, startOn, endOn, days, areaSquareMeters } = works
  const size = areaSquareMeters === null ? [] : [`${areaSquareMeters} 平方米`]
  return [what, endOn ? `${startOn} 至 ${endOn}` : `${startOn} 开工`, `历时 ${days} 天`, ...size].join('，')
}

type Entry = IssueDetail['timeline'][number]
const rowOf = (entry: Entry): string[] => {
  const photos = entry.photos.length > 0 ? `（照片 ${entry.photos.length} 张）` : ''
  return [exactWords(entry.at), entry.title, actorOf(entry) ?? '系统', `${entry.text ?? ''}${photos}`]
}

const commitmentRow = ({ what, owner, dueOn, state, sentence }: CommitmentRow): string[] => [
  what,
  partyWords(owner),
  dueOn,
  [commitmentLooks[state].words, sentence].filter(Boolean).join('：'),
]

const jointParts = ({ joint }: IssueDetail): PaperPart[] => {
  const { commitments, meetings } = joint
  return [
    ...(commitments.length > 0
      ? [
          {
            title: '承诺事项',
            table: {
              heads: ['做什么', '谁', '哪天前', '现在'],
              rows: commitments.map(commitmentRow),
              whole: [2],
            },
          },
        ]
      : []),
    ...(meetings.length > 0
      ? [
          {
            title: '联席会',
            table: {
              heads: ['次数', '时间', '地点'],
              rows: meetings.map(({ number, startsAt, place }) => [`第 ${number} 次`, exactWords(startsAt), place]),
              whole: [0, 1],
            },
          },
        ]
      : []),
  ]
}

const photoParts = ({ photos, resultPhotos }: IssueDetail): PaperPart[] => {
  const all = [
    ...photos.map(({ url }) => ({ src: url, words: '处理前' })),
    ...resultPhotos.map(({ url }) => ({ src: url, words: '处理后' })),
  ]
  return all.length > 0 ? [{ title: '照片', photos: all }] : []
}
