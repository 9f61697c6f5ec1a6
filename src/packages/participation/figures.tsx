import { View } from '@tarojs/components'
import { PercentBar } from './percent-bar'
import { rateText, type Fraction } from '@/shared/kernel/consents'
import { Banner, Card, Facts } from '@/ui/card'
import { Section } from '@/ui/page'
import { breakable, fractionWords, type Board } from './words'
import './figures.scss'

/** The two rates of all households, large, and what they are made of. */
export function Sums({ board }: { board: Board }) {
  const { sums } = board
  return (
    <Card>
      <View className="figures-rates">
        <View className="figures-rate">
          <View className="figures-value">{rateText(sums.agreement)}</View>
          <View className="figures-label">{`签字同意率 ${sums.agree}/${sums.households}`}</View>
        </View>
        <View className="figures-rate">
          <View className="figures-value">{rateText(sums.participation)}</View>
          <View className="figures-label">{`参与率 ${sums.participation.numerator}/${sums.households}`}</View>
        </View>
      </View>
      <Facts
        items={[
          { label: '同意', value: `${sums.agree} 户` },
          { label: '不同意', value: `${sums.disagree} 户` },
          { label: '弃权', value: `${sums.abstain} 户` },
          { label: '未表态', value: `${sums.households - sums.participation.numerator} 户` },
        ]}
      />
    </Card>
  )
}

/** Every building with its own rates; small ones stand together. */
export function Buildings({ board }: { board: Board }) {
  return (
    <Section title="各楼" note="五户以下的楼合在一起算，免得看出是谁家。">
      <Card>
        {board.buildings.map(({ id, name, households, agree, disagree, abstain }) => {
          const agreement = { numerator: agree, denominator: households }
          const participation = { numerator: agree + disagree + abstain, denominator: households }
          return (
            <View key={id} className="figures-building">
              <View className="figures-building-head">
                <View className="figures-building-name">{name}</View>
                <View className="figures-building-rate">{rateText(agreement)}</View>
              </View>
              <PercentBar agreement={agreement} participation={participation} />
              <View className="figures-label">{`同意 ${agree}/${households}，参与 ${rateText(participation)}`}</View>
            </View>
          )
        })}
      </Card>
    </Section>
  )
}

/** How it went day by day. */
export function Curve({ board }: { board: Board }) {
  const { curve, sums } = board
  return (
    <Section title="每日曲线" note="到当天结束时，累计同意的户数和占总户数的比率。">
      <Card>
        {curve.map(({ day, agree, answered }) => {
          const agreement = { numerator: agree, denominator: sums.households }
          return (
            <View key={day} className="figures-day">
              <View className="figures-day-name">{day.slice(5).replace('-', '月')}日</View>
              <View className="figures-day-bar">
                <PercentBar
                  agreement={agreement}
                  participation={{ numerator: answered, denominator: sums.households }}
                />
              </View>
              <View className="figures-day-rate">{`${agree} 户 ${rateText(agreement)}`}</View>
            </View>
          )
        })}
      </Card>
    </Section>
  )
}

const baseNames = { area: '专有面积', heads: '人数' } as const
const yesNo = (isSo: boolean): string => (isSo ? '达到' : '未达到')

/** The figures of 民法典 art. 278 beside the rate, in words that call neither of them a vote. */
export function Panel({ board }: { board: Board }) {
  const answered = board.sums.participation.numerator
  return (
    <Section
      title="民法典第二百七十八条口径"
      note="只是把同一批意见按面积和人数另算一遍，供参考。签字征询不是业主大会表决，签字同意率也不等于表决结果；要作出决定，须依法另行表决。"
    >
      {board.panel.length === 0 && (
        <Banner tone="info">截止后公布：截止前每多一户，面积和人数就跟着变，等于说出是谁家、怎么签的。</Banner>
      )}
      {board.panel.map(({ base, participation, agreement, isExact, isQuorate, isEnough }) => (
        <Card key={base} title={`按${baseNames[base]}`}>
          <Facts
            items={[
              {
                label: '参与',
                value: `${isExact ? rateWords(base, participation) : cutWords(participation, answered)}，${yesNo(isQuorate)}三分之二`,
              },
              {
                label: '其中同意',
                value: isExact ? rateWords(base, agreement) : cutWords(agreement, board.sums.agree),
              },
              { label: '一般事项', value: `${yesNo(isQuorate && isEnough.ordinary)}（参与者过半数）` },
              { label: '六至八项', value: `${yesNo(isQuorate && isEnough.special)}（参与者四分之三以上）` },
            ]}
          />
        </Card>
      ))}
    </Section>
  )
}

/** Whole percents, cut down; what some households have is never nothing. */
const cutWords = ({ numerator }: Fraction, households: number): string =>
  `${numerator === 0 && households > 0 ? '不到 1%' : `约 ${numerator}%`}（少数几户的面积不单列）`

/** Areas are counted in square centimetres and read in square metres. */
const rateWords = (base: 'area' | 'heads', fraction: Fraction): string => {
  if (base === 'heads') return fractionWords(fraction)
  const meters = (squareCentimeters: number) => (squareCentimeters / 10_000).toFixed(2)
  return `${rateText(fraction)}${breakable}（${meters(fraction.numerator)}/${meters(fraction.denominator)} ㎡）`
}
