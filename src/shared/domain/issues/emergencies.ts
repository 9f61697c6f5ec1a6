/** What to do first where life is at stake, shown before the form: act, then call, then report. */
export interface Emergency {
  readonly advice: string
  readonly numbers: readonly { readonly number: string; readonly name: string }[]
}

const police = { number: '110', name: '报警' }
const fire = { number: '119', name: '消防救援' }
const ambulance = { number: '120', name: '医疗急救' }

export const emergencies = {
  gas: {
    advice:
      '闻到燃气味：先关阀门、开窗通风，不要开关电器、不要点火，马上离开，到室外安全处再拨打 119。拨打之后再来上报。',
    numbers: [fire, ambulance],
  },
  lift: {
    advice: '有人被困电梯：请先拨打 119，按轿厢内的呼叫按钮并安抚被困人员，不要扒门、不要自行爬出。',
    numbers: [fire, ambulance],
  },
  fire: {
    advice: '已经冒烟或起火：请先离开，不要乘电梯，到安全处拨打 119。充电着火不要用水浇。',
    numbers: [fire, ambulance],
  },
  electricity: {
    advice: '电线掉落、漏电或有人触电：不要靠近、不要用手去拉，先拨打 119 或 120；供电抢修拨打 95598。',
    numbers: [fire, ambulance, { number: '95598', name: '供电抢修' }],
  },
  road: {
    advice: '路面塌陷、井盖缺失：不要靠近，提醒旁人绕行。已有人受伤或坠落，请先拨打 120 或 119。',
    numbers: [ambulance, fire],
  },
  falling: {
    advice: '正在坠物或有人被砸：请远离墙边，先拨打 110；有人受伤先拨打 120。',
    numbers: [police, ambulance],
  },
  bite: {
    advice: '被咬伤：用肥皂水和流动清水冲洗 15 分钟，尽快就医接种疫苗，伤重拨打 120；恶犬正在伤人拨打 110。',
    numbers: [ambulance, police],
  },
  violence: {
    advice: '正在发生打斗、威胁或家庭暴力：请先保证自己安全，立即拨打 110；有人受伤拨打 120。',
    numbers: [police, ambulance],
  },
  fraud: {
    advice: '正在被骗、已经转账或看到违法犯罪：请立即停止操作，先拨打 110；反诈咨询拨打 96110。',
    numbers: [police, { number: '96110', name: '反诈专线' }],
  },
  help: {
    advice: '有人昏倒、突发疾病或有轻生念头：请先拨打 120 或 110；心里难受想找人说说，可拨打 12356。',
    numbers: [ambulance, police, { number: '12356', name: '心理援助热线' }],
  },
} as const satisfies Record<string, Emergency>
