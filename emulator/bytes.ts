/** Whether a text has more bytes than `max` when it is sent or stored; counted only where its length leaves that open. */
export const isLongerThan = (text: string, max: number): boolean =>
  text.length > max || (text.length * 3 > max && Buffer.byteLength(text) > max)
