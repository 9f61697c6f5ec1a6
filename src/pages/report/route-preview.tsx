import { Text, View } from '@tarojs/components'
import { useCapability } from '@/client/hooks'
import { hasSpot, spotOf, type Place } from '@/features/issues/place/places'
import { Link } from '@/ui/button'
import { Avatar, Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Section } from '@/ui/page'

type Props = {
  classCode: string | undefined
  place: Place
  placeLabel: string
  gridId: string | undefined
  /** Whom it is about: never who gets it. */
  aboutPersonId: string | undefined
  onGrid: (gridId: string) => void
  onPlace: () => void
}

/** Typed words decide only where nothing was picked; otherwise each letter would be a new question. */
const routed = (place: Place): Place => (hasSpot(place) ? spotOf(place) : place)

/** Who will get it and why, before it is sent; on a border of two grids the reporter says which side. */
export function RoutePreview({ classCode, place, placeLabel, gridId, aboutPersonId, onGrid, onPlace }: Props) {
  const question = { classCode: classCode ?? '', place: routed(place), ...(aboutPersonId ? { aboutPersonId } : {}) }
  const asked = useCapability('issues.previewRoute', question, { enabled: classCode !== undefined })
  /** Asked again once a side is chosen, for the words; the sides to choose from stay as they were. */
  const settled = useCapability(
    'issues.previewRoute',
    { ...question, ...(gridId ? { gridId } : {}) },
    { enabled: classCode !== undefined && gridId !== undefined },
  )
  const routes = asked.data?.routes ?? []
  const chosen = (settled.data?.routes ?? routes).find((route) => route.gridId === gridId) ?? routes[0]
  return (
    <Section title="提交给谁">
      <View className="report-where">
        <Text className="report-where-label">{placeLabel}</Text>
        <Link onPress={onPlace} label="改地点">
          改地点
        </Link>
      </View>
      {classCode === undefined && <View className="report-route-hint">选好类别，就能看到会派给谁。</View>}
      {classCode !== undefined && asked.isPending && <View className="report-route-hint">正在看派给谁…</View>}
      {asked.error && !asked.data && (
        <Trouble code={asked.error.code} message={asked.error.message} onPlace={onPlace} />
      )}
      {chosen && (
        <View className="report-route">
          <Avatar name={chosen.owner.name} />
          <View className="report-route-words">
            <Text className="report-route-name">{`将派给 ${chosen.owner.name}`}</Text>
            <View className="report-route-why">{chosen.reason}</View>
          </View>
        </View>
      )}
      {asked.data?.isOnBorder && routes.length > 1 && (
        <Choice
          label={`这里在${routes.length > 2 ? '几' : '两'}个网格交界处，您看算${routes.length > 2 ? '哪个' : '哪边'}？`}
          layout="list"
          options={routes.flatMap((route) =>
            route.gridId
              ? [
                  {
                    value: route.gridId,
                    label: route.gridName ?? '',
                    note: `${route.owner.roleName} ${route.owner.name}`,
                  },
                ]
              : [],
          )}
          value={chosen?.gridId ?? null}
          onChange={onGrid}
          help="说不准也没关系，不选就按第一个派。"
        />
      )}
    </Section>
  )
}

type TroubleProps = { code: string; message: string; onPlace: () => void }

/** No way to the server only means that the name comes later; a "no" about the place is put right there. */
function Trouble({ code, message, onPlace }: TroubleProps) {
  if (code === 'ISSUE_OUTSIDE_COMMUNITY' || code === 'ISSUE_PLACE_UNKNOWN') {
    return (
      <Banner tone="warn" title="地点要改一下" action={{ text: '去改地点', onPress: onPlace }} urgent>
        {message}
      </Banner>
    )
  }
  return <View className="report-route-hint">现在看不到会派给谁。照常提交就行，收到后会自动派给负责的人。</View>
}
