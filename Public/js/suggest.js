// Names that begin with, or nearly are, what is being typed into a field.
const on = (target, name, act) => target.addEventListener(name, act)
const make = (tag, properties) => Object.assign(document.createElement(tag), properties)

export function suggest(input) {
  const id = input.nextElementSibling
  const ariaLabel = input.labels[0].textContent
  const list = make("ul", { className: "suggestions", id: input.id + "-list", role: "listbox", ariaLabel })
  const said = make("p", { className: "heard", role: "status" })
  const none = input.closest(".field").querySelector(".suggest-none")
  let rows = []
  let at = -1
  let asked = 0
  input.parentElement.append(list, said)
  Object.assign(input, { role: "combobox", ariaAutoComplete: "list" })
  input.setAttribute("aria-controls", list.id)
  const mark = (index) => {
    (list.children[index] ?? list).scrollIntoView({ block: "nearest" })
    at = index
    list.querySelectorAll("li").forEach((item, number) => item.ariaSelected = number === at)
    input.setAttribute("aria-activedescendant", list.children[at]?.id ?? "")
  }
  const open = (isOpen) => {
    list.hidden = !isOpen
    input.ariaExpanded = isOpen
    mark(-1)
  }
  const take = (index) => {
    input.value = rows[index].chosen
    id.value = rows[index].id
    open(false)
  }
  const show = () => {
    list.replaceChildren(...rows.map((row, index) => {
      const item = make("li", { id: list.id + index, role: "option" })
      item.append(row.name, make("small", { textContent: row.detail }))
      item.onmousedown = (event) => { event.preventDefault(); take(index) }
      return item
    }))
    const { limit, first, count, none: nothing } = input.dataset
    const isFull = rows.length >= limit
    if (isFull) list.append(make("li", { className: "more", ariaHidden: "true", textContent: first }))
    said.textContent = isFull ? first : rows[0] ? count.replace("{count}", rows.length) : nothing
    none.hidden = !!rows[0]
    open(none.hidden)
  }
  const ask = async () => {
    const query = input.value.trim()
    const turn = ++asked
    await new Promise((after) => setTimeout(after, 200))
    if (turn !== asked) return
    if (!query[1]) {
      none.hidden = true
      return open(false)
    }
    const url = `${input.dataset.suggest}?query=${encodeURIComponent(query)}`
    const answer = await fetch(url).catch(() => null)
    if (turn !== asked || !answer?.ok) return
    rows = await answer.json()
    show()
  }
  open(false)
  on(input, "input", () => {
    id.value = ""
    ask()
  })
  on(input, "keydown", (event) => {
    if (list.hidden) return
    if (event.key === "ArrowDown") mark(Math.min(at + 1, rows.length - 1))
    else if (event.key === "ArrowUp") mark(Math.max(at - 1, 0))
    else if (event.key === "Enter" && at >= 0) take(at)
    else if (event.key === "Escape") open(false)
    else return
    event.preventDefault()
  })
  // The page may shorten with the list, and what is just being pressed must not move away.
  on(input, "blur", () => setTimeout(open, 200, false))
}
