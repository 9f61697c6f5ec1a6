/** A time of service as people read it: "2 小时 30 分钟", "45 分钟"; 分 alone is a point. */
export const minutesWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ')
}
