import type { Role } from '../../kernel/roles'
import { emergencies, type Emergency } from './emergencies'
import { clockHours, workingDays, workingHours, type Limit } from './limit'
import { defaultIssueSettings } from './settings'

/** asked: closing needs an after-photo · optional: welcome · never: a photo would harm more than it helps. */
export type PhotoPolicy = 'asked' | 'optional' | 'never'

/** A class of issues (事项类别) offered to residents, and everything that follows from choosing it. */
export interface IssueClass {
  readonly code: string
  readonly name: string
  /** The role asked first, or the department whose office it is. */
  readonly responsible: Role | { readonly department: '综合行政执法' | '劳动保障' }
  readonly limit: Limit
  /** True where the law and the street say nothing of the limit, so that a community sets it (一般事项). */
  readonly isOrdinary: boolean
  /** Within it a like report may be the same thing; null where places mean nothing, 'usual' where the community sets it. */
  readonly duplicateRadius: number | 'usual' | null
  readonly photoPolicy: PhotoPolicy
  /** False: never on the public list, whatever the issue says. */
  readonly isPublic: boolean
  /** Seen by those who handle it and the community workers, by nobody else of the grid team. */
  readonly isPrivate: boolean
  /** Plain speech, then the initials of the name's pinyin. */
  readonly keywords: readonly string[]
  readonly emergency: Emergency | null
}

type Facts = Pick<IssueClass, 'responsible' | 'limit'> & { radius: IssueClass['duplicateRadius']; photo: PhotoPolicy }
/** The limit of whatever has none of its own. */
const ordinary = workingDays(defaultIssueSettings.ordinaryDays)

type Sight = 'public' | 'staff' | 'private'

const declare = (
  code: string,
  name: string,
  { radius, photo, ...facts }: Facts,
  sight: Sight,
  keywords: string,
  emergency: Emergency | null = null,
): IssueClass => ({
  code,
  name,
  ...facts,
  isOrdinary: facts.limit === ordinary,
  duplicateRadius: radius,
  photoPolicy: photo,
  isPublic: sight === 'public',
  isPrivate: sight === 'private',
  keywords: keywords.split(' '),
  emergency,
})

const gridWorker = (limit: Limit, radius: number | 'usual', photo: PhotoPolicy): Facts => ({
  responsible: 'gridWorker',
  limit,
  radius,
  photo,
})
const property = (limit: Limit, radius: number | 'usual', photo: PhotoPolicy): Facts => ({
  responsible: 'propertyManager',
  limit,
  radius,
  photo,
})
const community = (limit: Limit, radius: number | null): Facts => ({
  responsible: 'communityWorker',
  limit,
  radius,
  photo: 'never',
})
const police = (photo: PhotoPolicy): Facts => ({ responsible: 'areaPolice', limit: clockHours(24), radius: 30, photo })

const { gas, lift, fire, electricity, road, falling, bite, violence, fraud, help } = emergencies

/** The 25 classes, in the order a resident sees them. */
export const classTable: readonly IssueClass[] = [
  declare(
    'litter',
    '暴露垃圾、乱堆乱放',
    gridWorker(workingHours(4), 'usual', 'asked'),
    'public',
    '垃圾 脏 乱扔 垃圾桶满了 没人清 杂物 纸箱 废品 卫生 bllj ldlf',
  ),
  declare(
    'rubble',
    '建筑垃圾、渣土',
    gridWorker(workingDays(2), 'usual', 'asked'),
    'public',
    '装修垃圾 砖头 沙子 水泥 石头 渣土车 砸墙 施工 jzlj zt',
  ),
  declare(
    'smallAds',
    '乱贴小广告',
    gridWorker(workingDays(1), 50, 'asked'),
    'public',
    '小广告 牛皮癣 传单 贴纸 喷漆 开锁广告 涂鸦 办证 ltxgg xgg',
  ),
  declare(
    'greenery',
    '绿化损坏、枯枝',
    property(workingDays(5), 'usual', 'asked'),
    'public',
    '树 草坪 枯树 树枝 花坛 毁绿 种菜 修剪 倒伏 lhsh kz',
  ),
  declare(
    'odourPests',
    '异味、蚊虫、污水',
    gridWorker(workingDays(2), 'usual', 'optional'),
    'public',
    '臭 难闻 蚊子 苍蝇 蟑螂 老鼠 污水 味道 臭水 化粪池 yw wc ws',
    gas,
  ),
  declare(
    'standingWater',
    '积水、下水堵塞',
    property(workingHours(4), 50, 'asked'),
    'public',
    '积水 下水道 堵了 返水 淹了 排水 雨水 下水 冒水 js xsds',
  ),
  declare(
    'pipes',
    '停水停暖、水管暖气管渗漏',
    property(clockHours(24), 30, 'optional'),
    'public',
    '停水 没水 暖气 不热 漏水 水管 供暖 爆管 燃气 煤气 地暖 tstn sgnqgsl',
    gas,
  ),
  declare(
    'powerLight',
    '路灯、楼道灯、供电故障',
    property(workingDays(2), 30, 'optional'),
    'public',
    '灯不亮 停电 没电 路灯 楼道灯 声控灯 跳闸 电线 黑 ld ldd gdgz',
    electricity,
  ),
  declare(
    'lift',
    '电梯故障（困人先拨 119）',
    property(workingHours(4), 30, 'optional'),
    'public',
    '电梯 困人 停运 按钮 不动 异响 电梯门 卡住 dtgz',
    lift,
  ),
  declare(
    'road',
    '道路、台阶、井盖破损',
    property(clockHours(24), 30, 'asked'),
    'public',
    '坑 路不平 井盖 台阶 路面 地砖 塌陷 绊倒 坡道 dl tj jgps',
    road,
  ),
  declare(
    'publicFacility',
    '健身器材、座椅、公共设施损坏',
    property(ordinary, 30, 'asked'),
    'public',
    '健身器材 座椅 凳子 长椅 滑梯 门禁 单元门 栏杆 宣传栏 坏了 jsqc zy ggsssh',
  ),
  declare(
    'parking',
    '乱停车、占车位',
    property(workingDays(1), 50, 'asked'),
    'public',
    '停车 车位 堵门 挡路 地锁 僵尸车 挪车 违停 占位 ltc zcw',
  ),
  declare(
    'fireLane',
    '占用消防通道、楼道堆物',
    gridWorker(clockHours(24), 30, 'asked'),
    'public',
    '消防通道 楼道 堆东西 杂物 堵住 安全出口 鞋柜 灭火器 消防栓 zyxftd lddw',
    fire,
  ),
  declare(
    'charging',
    '飞线充电、电动车进楼',
    gridWorker(clockHours(24), 30, 'asked'),
    'public',
    '飞线 充电 电动车 电瓶车 拉线 电池上楼 进电梯 充电桩 电瓶 fxcd ddcjl',
    fire,
  ),
  declare(
    'fallingObject',
    '高空抛物、外墙脱落',
    police('optional'),
    'public',
    '高空抛物 扔东西 往下扔 掉东西 墙皮 外墙 瓷砖 砸到 脱落 gkpw wqtl',
    falling,
  ),
  declare(
    'illegalBuild',
    '私搭乱建',
    { responsible: { department: '综合行政执法' }, limit: ordinary, radius: 30, photo: 'asked' },
    'public',
    '违建 私搭 乱建 搭棚 加盖 阳光房 圈地 违章建筑 sdlj',
  ),
  declare(
    'noise',
    '噪音扰民',
    gridWorker(workingDays(1), 50, 'never'),
    'staff',
    '吵 噪音 太响 半夜 装修声 广场舞 音响 唱歌 楼上 zyrm',
  ),
  declare(
    'pets',
    '宠物扰民、犬只伤人',
    gridWorker(workingDays(2), 'usual', 'optional'),
    'staff',
    '狗 猫 遛狗 不拴绳 狗叫 咬人 狗屎 流浪狗 宠物 cwrm qzsr',
    bite,
  ),
  declare(
    'dispute',
    '邻里、家庭矛盾纠纷',
    community(workingDays(1), 30),
    'private',
    '吵架 纠纷 邻居 矛盾 打架 家暴 调解 漏水赔偿 婆媳 ll jtmdjf mdjf',
    violence,
  ),
  declare(
    'labour',
    '欠薪、劳动纠纷',
    { responsible: { department: '劳动保障' }, limit: workingDays(2), radius: 30, photo: 'never' },
    'private',
    '欠薪 工资 拖欠 老板 劳动合同 工伤 社保 讨薪 打工 qx ldjf',
  ),
  declare(
    'fraud',
    '诈骗、传销、治安线索',
    police('never'),
    'private',
    '诈骗 被骗 骗子 传销 偷东西 小偷 可疑 赌博 保健品 转账 zp cx zaxs',
    fraud,
  ),
  declare(
    'hardship',
    '困难求助、独居老人、残疾人',
    community(workingDays(1), 30),
    'private',
    '困难 求助 老人 独居 残疾 低保 没人照顾 生病 救助 knqz djlr cjr',
    help,
  ),
  declare(
    'policy',
    '政策咨询、办事',
    community(workingDays(2), null),
    'staff',
    '办证 证明 社保 医保 养老金 户口 补贴 怎么办理 咨询 材料 zczx bs',
  ),
  declare(
    'complaint',
    '对物业、网格员、部门的意见',
    community(ordinary, null),
    'private',
    '投诉 意见 态度不好 不作为 没人管 物业费 建议 不满意 dwyyj dwy wgy bmdyj',
  ),
  declare(
    'other',
    '其他',
    gridWorker(ordinary, 50, 'optional'),
    'staff',
    '其他 别的 不知道选什么 说不清 问一下 反映 没有合适的 qt',
  ),
]
