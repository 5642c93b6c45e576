// The officers' table: rows are walked and ticked by keys, and what is ticked is counted.
const all = (selector, root) => [...root.querySelectorAll(selector)]
const on = (target, name, act) => target.addEventListener(name, act)

export function desk(root, rename) {
  const rows = all("[data-row]", root)
  const boxes = all(".pick [name]", root)
  const every = root.querySelector("[data-choose-all]")
  const output = root.querySelector("[data-chosen-count]")
  const whole = root.querySelector("[name=all-matching]")
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length
    const words = output.dataset.words.replace("{count}", chosen)
    output.textContent = whole?.checked ? whole.labels[0].textContent : words
    every.checked = chosen === boxes.length
    every.indeterminate = chosen && !every.checked
  }
  rows.forEach((row) => row.tabIndex = -1)
  if (every) {
    on(every, "change", () => boxes.forEach((box) => box.checked = every.checked))
    on(root, "change", (event) => {
      count()
      // The bar may lie over what was ticked.
      event.target.scrollIntoView({ block: "nearest" })
    })
    // Who goes back finds ticked what was.
    on(root, "submit", () => {
      const items = new URLSearchParams(location.search)
      for (const name of ["submission", "choice", "all-matching"]) items.delete(name)
      boxes.forEach((box) => box.checked && items.append("submission", box.value))
      if (whole?.checked) items.append("all-matching", 1)
      rename("?" + items)
    })
    count()
  }
  on(root.querySelector("table"), "keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return
    const at = rows.indexOf(event.target.closest("[data-row]"))
    const row = rows[at]
    if (event.key === "j") rows[at + 1]?.focus()
    else if (event.key === "k") rows[at - 1]?.focus()
    else if (event.key === "x" && row) row.querySelector(".pick input")?.click()
    else if (event.key === "Enter" && event.target === row) row.querySelector("th a").click()
    else return
    event.preventDefault()
  })
}
