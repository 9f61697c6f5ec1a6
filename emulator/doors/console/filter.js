'use strict'

// Hides what does not contain the words typed into the field named by data-search; works on any page that has both.
const field = document.querySelector('[data-search]')
const entries = [...document.querySelectorAll(field.dataset.search)].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
}))
const count = document.querySelector('[data-count]')
const filter = () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
  let shown = 0
  for (const { element, text } of entries) {
    element.hidden = !words.every((word) => text.includes(word))
    if (!element.hidden) shown++
  }
  if (count) count.textContent = `${shown} / ${entries.length}`
}
field.addEventListener('input', filter)
filter()
