import { Text, View } from '@tarojs/components'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { momentWords } from '@/features/issues/time-words'
import { Link } from '@/ui/button'
import { Card, Facts } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/page'
import { PhotoGrid } from '@/ui/photo-grid'
import { AskPhone } from './ask-phone'
import { IssueCheck } from './issue-check'
import { canOpenMap, openMap } from './open-map'

/** How it came in, where that is not by its own reporter. */
export const sources: Partial<Record<IssueDetail['source'], string>> = {
  patrol: '网格巡查发现',
  visit: '入户走访发现',
  mustReport: '七必报',
  hotline: '热线转来',
  desk: '社区窗口登记',
}

/** What was reported: the words, the place, the photos. */
export function IssueContent({ issue }: { issue: IssueDetail }) {
  const { place } = issue
  return (
    <Section title="上报内容">
      <Card>
        <View className="issue-text">{issue.text}</View>
        {issue.resultPhotos.length === 0 && issue.photos.length > 0 && (
          <PhotoGrid photos={issue.photos.map(({ id, url }) => ({ id, src: url }))} />
        )}
        <View className="issue-place">
          <Icon name="pin" className="issue-place-icon" />
          <View className="issue-place-words">
            <View>{place.label}</View>
            {place.words && !place.label.includes(place.words) && (
              <View className="issue-place-note">{place.words}</View>
            )}
            {canOpenMap && place.point && (
              <Link icon="chevron" onPress={() => place.point && openMap(place.point, place.label)}>
                查看地图
              </Link>
            )}
          </View>
        </View>
        <Facts items={factsOf(issue)} />
        {issue.canAskPhone && <AskPhone id={issue.id} name={issue.reporter?.name ?? '上报人'} />}
        <IssueCheck issue={issue} />
      </Card>
    </Section>
  )
}

const factsOf = (issue: IssueDetail) => {
  const reporter = issue.isMine
    ? issue.reporter?.isUnnamed
      ? '您（匿名，只有社区知道）'
      : '您'
    : issue.reporter && `${issue.reporter.name}${issue.reporter.isUnnamed ? '（匿名上报，请保密）' : ''}`
  const source = sources[issue.source]
  return [
    { label: '上报时间', value: momentWords(issue.createdAt, issue.now) },
    ...(reporter ? [{ label: '上报人', value: <Text>{reporter}</Text> }] : []),
    ...(issue.enteredBy ? [{ label: '代报人', value: `${issue.enteredBy.roleName} ${issue.enteredBy.name}` }] : []),
    ...(source ? [{ label: '来源', value: source }] : []),
    { label: '办理时限', value: issue.limitLabel },
  ]
}
