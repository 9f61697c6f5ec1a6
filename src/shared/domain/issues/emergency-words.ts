import { classOf, searchClasses } from './classes'
import { emergencies, type Emergency } from './emergencies'

/**
 * How people say that life may be at stake, the nearest danger first. A word too many shows a box that can be passed over;
 * a word too few costs a call. Plain faults (a lamp that is dark, a lift that stands still) are no danger and not listed.
 */
const spoken: readonly (readonly [danger: keyof typeof emergencies, words: RegExp])[] = [
  [
    'gas',
    /(燃气|煤气|天然气|液化气|瓦斯).{0,8}(味|泄漏|泄露|漏气|漏了|中毒|爆)|(漏|泄|闻).{0,6}(燃气|煤气|天然气|液化气)|(燃气|煤气|天然气)[^。，,；;]{0,3}漏/,
  ],
  ['fire', /着火|着了火|失火|起火|起了火|火灾|火苗|冒烟|冒黑烟|浓烟|烧起来|烧着了|爆炸|自燃/],
  [
    'lift',
    /(困|关|卡)(在|到|进)?.{0,4}(电梯|轿厢)|(电梯|轿厢).{0,10}(困|出不来|关着人|卡着人|关在里|卡在里|里有人|坠|掉下)/,
  ],
  ['electricity', /触电|电到人|被电了|漏电|(电线|电缆|高压线).{0,6}(掉|断|垂|裸露|冒火|打火|落地)/],
  ['help', /晕倒|昏倒|昏迷|晕过去|昏过去|叫不醒|没有?呼吸|没气了|抽搐|心脏病|心梗|脑梗|中风|窒息|溺水|落水|掉进?水里/],
  ['help', /轻生|自杀|自残|想不开|不想活|跳楼|要跳|割腕|喝农药/],
  [
    'violence',
    /打架|打人|挨打|被打|在打|殴打|互殴|斗殴|家暴|动手打|动刀|持刀|拿刀|拿着刀|砍人|捅|抢劫|绑架|威胁.{0,4}(杀|打)/,
  ],
  [
    'falling',
    /高空抛物|高空坠物|(往|从).{0,4}楼?.{0,3}(下|上).{0,4}(扔|抛|砸)|砸到人|砸伤|砸中|被砸|(墙皮|瓷砖|玻璃|外墙).{0,6}(掉|脱落|坠)/,
  ],
  ['bite', /咬人|咬伤|被.{0,4}咬|咬了|(狗|犬).{0,4}(扑人|追人|伤人)/],
  ['road', /塌陷|塌了|塌方|坍塌|井盖.{0,6}(没|丢|缺|不见|翻|坏|破|松)|(没有?|缺|丢).{0,2}井盖|掉(进|到).{0,4}(井|坑)/],
  ['help', /摔倒|摔伤|摔断|骨折|流血|大出血|受伤|烫伤|烧伤|中暑|突发(疾)?病|病危|救命|救人|急救/],
  ['fraud', /诈骗|被骗|骗子|骗钱|传销|转账给|把钱转|小偷|入室|盗窃|偷东西|可疑的?人|跟踪/],
]

/** What the words themselves say is happening; null where nothing sounds dangerous. */
export const emergencyIn = (typed: string): Emergency | null => {
  const words = typed.replace(/\s+/g, '')
  const danger = spoken.find(([, pattern]) => pattern.test(words))?.[0]
  return danger ? emergencies[danger] : null
}

/**
 * The advice for a report being written. `near`: danger was spoken of, or its class was chosen. `possible`: the words only
 * suggest a class where there may be danger, so the numbers are offered without alarm. What the words say comes before the
 * class, being nearer to what is happening.
 */
export const emergencyFor = (
  typed: string,
  classCode: string | undefined,
): { emergency: Emergency; danger: 'near' | 'possible' } | null => {
  const said = emergencyIn(typed)
  if (said) return { emergency: said, danger: 'near' }
  if (classCode !== undefined) {
    const emergency = classOf(classCode)?.emergency
    return emergency ? { emergency, danger: 'near' } : null
  }
  const suggested = typed.trim() ? searchClasses(typed)[0]?.emergency : null
  return suggested ? { emergency: suggested, danger: 'possible' } : null
}
