/** Nobody is chosen on WeChat, so there is nothing to show. */
export function PersonaPicker() {
  return null
}
