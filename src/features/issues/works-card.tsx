import { View } from '@tarojs/components'
import type { WorksShown } from '@/shared/contracts/issues/works-shapes'
import { dayOf } from '@/shared/kernel/time'
import { Card, Stat, Stats } from '@/ui/card'
import { Section } from '@/ui/page'
import { Picture } from '@/ui/picture'
import { preview } from '@/ui/preview'
import { Pressable } from '@/ui/pressable'
import { dateWords } from './time-words'
import './works-card.scss'

/** Works done for an issue or a project: days from first to last, area, and the same spots before and after, side by side. */
export function WorksCard({ works, now, title = '整治工程' }: { works: WorksShown; now: string; title?: string }) {
  const today = dayOf(now)
  const until = works.endOn ? dateWords(works.endOn, today) : '还在施工'
  const urls = works.pairs.flatMap(({ before, after }) => [before.url, ...(after ? [after.url] : [])])
  return (
    <Section title={title}>
      <Card>
        <View className="works-what">{works.what}</View>
        <Stats>
          <Stat value={works.days} unit="天" label={works.endOn ? '历时' : '已进行'} />
          {works.areaSquareMeters !== null && <Stat value={works.areaSquareMeters} unit="平方米" label="整治面积" />}
        </Stats>
        <View className="works-dates">{`${dateWords(works.startOn, today)} 至 ${until}，头尾两天都算`}</View>
        {works.pairs.map(({ spot, before, after }) => (
          <View key={before.id} className="works-pair">
            <View className="works-spot">{spot}</View>
            <View className="works-sides">
              <Side label="整治前" spot={spot} url={before.url} urls={urls} />
              {after && <Side label="整治后" spot={spot} url={after.url} urls={urls} />}
            </View>
          </View>
        ))}
      </Card>
    </Section>
  )
}

type SideProps = { label: string; spot: string; url: string; urls: string[] }

function Side({ label, spot, url, urls }: SideProps) {
  return (
    <Pressable className="works-side" label={`${spot}${label}，点按查看大图`} onPress={() => preview(url, urls)}>
      <Picture src={url} label="" className="works-picture" />
      <View className="works-side-label">{label}</View>
    </Pressable>
  )
}
