import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { pointsWords } from '@/features/lovebank/words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { minutesWords } from '@/shared/kernel/minutes-words'
import type { RankingMeasure, RankingPeriod } from '@/shared/kernel/ranking'
import { Card, Stat, Stats } from '@/ui/card'
import { CellGroup, SwitchCell } from '@/ui/cell'
import { Choice } from '@/ui/choice'
import { Page, Section } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ConsentSheet } from './consent-sheet'
import './index.scss'

type Ranking = OutputOf<ContractOf<'activities.getRanking'>>

const periods = [
  { value: 'month', label: '本月' },
  { value: 'lastMonth', label: '上月' },
  { value: 'year', label: '今年' },
] as const satisfies readonly { value: RankingPeriod; label: string }[]

const measures = [
  { value: 'hours', label: '按服务时长' },
  { value: 'points', label: '按得分' },
] as const satisfies readonly { value: RankingMeasure; label: string }[]

const valueOf = ({ minutes, halfPoints }: { minutes: number; halfPoints: number }, by: RankingMeasure): string =>
  by === 'hours' ? minutesWords(minutes) : pointsWords(halfPoints)

/** Who of those who want to be seen has served most; where I stand, which only I see; and whether I want to be seen. */
export default function RankingPage() {
  const [period, setPeriod] = useState<RankingPeriod>('month')
  const [by, setBy] = useState<RankingMeasure>('hours')
  const query = useCapability('activities.getRanking', { period, by })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const ranking = query.data
  return (
    <Page
      title="志愿排行榜"
      lead="只有自己愿意显示的人，每小时更新一次。排名不换任何东西，做一次就值得感谢。"
      skeleton="list"
      {...pageState(query)}
    >
      <Segmented label="哪段时间" items={periods} value={period} onChange={setPeriod} />
      <Choice label="怎么排" hideLabel options={measures} value={by} onChange={setBy} />
      {ranking && (
        <>
          <Mine mine={ranking.mine} by={by} />
          {ranking.rows.length === 0 ? (
            <Empty title="这段时间还没有人上榜" words="愿意显示自己的人来过以后，这里就有。" />
          ) : (
            <Rows rows={ranking.rows} by={by} />
          )}
          <Consent mine={ranking.mine} />
        </>
      )}
    </Page>
  )
}

function Mine({ mine, by }: { mine: Ranking['mine']; by: RankingMeasure }) {
  const { place, isBeyond, isListed } = mine
  const where = place === null ? '还没有' : isBeyond ? '千名以后' : `第 ${place} 名`
  return (
    <Section
      title="我的位置"
      note={isListed ? '您在排行榜上。' : '您没有上榜，这个位置只有您自己看得到：按上榜的人来排。'}
    >
      <Stats>
        <Stat value={where} label={place === null ? '这段时间还没有服务' : '名次'} />
        <Stat value={valueOf(mine, by)} label={by === 'hours' ? '计分时长' : '得分'} />
      </Stats>
    </Section>
  )
}

function Rows({ rows, by }: { rows: Ranking['rows']; by: RankingMeasure }) {
  return (
    <Section title="排行" note="并列的名次相同，最多显示 20 人。">
      <Card>
        {rows.map((row, at) => (
          <View
            key={`${row.place}-${at}`}
            className={`ranking-row ${row.place <= 3 ? 'is-first' : ''} ${row.isMine ? 'is-mine' : ''}`}
          >
            <Text className="ranking-place">{row.place}</Text>
            <Text className="ranking-who">{row.isMine ? `${row.shownAs}（您）` : row.shownAs}</Text>
            <Text className="ranking-value">{valueOf(row, by)}</Text>
          </View>
        ))}
      </Card>
    </Section>
  )
}

/** On only after it was said what is shown to whom; off at once, by the same switch. */
function Consent({ mine }: { mine: Ranking['mine'] }) {
  const [isAsking, setAsking] = useState(false)
  const command = useCommand('activities.setRanking')
  const turn = (on: boolean) => {
    if (on) return setAsking(true)
    command.mutate(
      { isListed: false, shows: mine.shows },
      { onSuccess: () => toast('已从排行榜上撤下'), onError: (error) => toast(error.message) },
    )
  }
  return (
    <>
      <CellGroup note="默认不显示；随时可以关，关了立即撤下。不满 18 周岁不上榜。">
        <SwitchCell
          icon="team"
          title="在排行榜上显示我"
          note={mine.isListed ? (mine.shows === 'name' ? '显示全名' : '只显示部分姓名') : '现在不显示'}
          on={mine.isListed}
          disabled={command.isPending}
          onChange={turn}
        />
      </CellGroup>
      {isAsking && <ConsentSheet onClose={() => setAsking(false)} />}
    </>
  )
}
