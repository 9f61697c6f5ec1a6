/** WeChat knows who is calling; there is nobody else to become. */
export function SwitchPersona() {
  return null
}
