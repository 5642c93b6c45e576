const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const near = { block: "nearest" }
const on = (target, name, act) => target.addEventListener(name, act)
const address = () => location.pathname + location.search
const main = () => document.querySelector("main")
const load = (name) => import(`./${name}.js${new URL(import.meta.url).search}`)
let shown = address()
const rename = (to, way = "replaceState") => {
  history[way](null, "", to)
  shown = address()
}
const make = (tag, properties) => Object.assign(document.createElement(tag), properties)

function suggest(input) {
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
    (list.children[index] ?? list).scrollIntoView(near)
    at = index
    all("li", list).forEach((item, number) => item.ariaSelected = number === at)
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

function relevance(form) {
  const update = () => all("[data-shown-when]", form).forEach((field) => {
    const chosen = new FormData(form).getAll(field.dataset.shownWhen)
    field.hidden = !field.dataset.shownFor.split(" ").some((answer) => chosen.includes(answer))
  })
  on(form, "change", update)
  update()
}

function guard(form) {
  // What was refused is still only on the page.
  let isDirty = !("saved" in form.dataset) && document.querySelector(".error-summary")
  const state = form.querySelector("[data-changed]")
  on(form, "input", () => {
    isDirty = true
    if (state && state.textContent !== state.dataset.changed) state.textContent = state.dataset.changed
  })
  on(form, "submit", () => isDirty = false)
  on(form, "saved", () => {
    isDirty = false
    if (state) state.textContent = state.dataset.saved
  })
  on(window, "beforeunload", (event) => isDirty && form.isConnected && event.preventDefault())
}

function upload(form) {
  all("[data-maximum-bytes]", form).forEach((input) => on(input, "change", () => {
    const { maximumBytes, tooLarge } = input.dataset
    const kept = new DataTransfer()
    const names = [...input.files].filter((file) => file.size > maximumBytes || !kept.items.add(file))
      .map(({ name }) => name)
    input.nextElementSibling.textContent = names[0] ? tooLarge.replace("{file}", names.join(", ")) : ""
    input.previousElementSibling.value = names.join("/")
    input.files = kept.files
  }))
  on(form, "submit", (event) => {
    if (!all("[type=file]", form).some(({ files }) => files[0])) return
    event.preventDefault()
    const { uploading, failed } = form.querySelector("[data-uploading]")?.dataset ?? {}
    const bar = make("progress", { className: "upload-progress", ariaLabel: uploading?.replace("{percent}", "") })
    const said = make("p", { className: "note", role: "status" })
    const request = new XMLHttpRequest()
    const body = new FormData(form, event.submitter)
    const isBusy = (busy) => all("button").forEach((button) => button.disabled = busy)
    all(".upload-progress, .upload-progress + .note", form).forEach((old) => old.remove())
    form.append(bar, said)
    bar.scrollIntoView(near)
    isBusy(true)
    request.upload.onprogress = ({ loaded, total }) => {
      bar.value = loaded / total
      // Every tenth part is told, not each packet.
      const words = uploading?.replace("{percent}", Math.floor(bar.value * 10) * 10)
      if (said.textContent !== words) said.textContent = words
    }
    request.onerror = () => {
      isBusy(false)
      bar.remove()
      Object.assign(said, { role: "alert", textContent: failed })
    }
    request.onload = () => {
      const page = new DOMParser().parseFromString(request.responseText, "text/html")
      const stay = page.getElementById("stay")
      if (stay) {
        isBusy(false)
        said.remove()
        return bar.replaceWith(stay)
      }
      rename(request.responseURL, "pushState")
      document.title = page.title
      document.body.replaceWith(page.body)
      scrollTo(0, 0)
      enhance()
    }
    request.open("POST", form.action)
    request.send(body)
  })
}

const fieldsOf = (form) => [...form.children].filter((part) => part.matches(".field, .note"))
const nameOf = (field) => field.id || field.querySelector("[name]")?.name || field.textContent

// What a field asks, whatever has been typed into it.
function asking(field) {
  const copy = field.cloneNode(true)
  for (const box of all("textarea", copy)) box.replaceChildren()
  return copy.textContent
}

// Takes the answer of a fresh field over where nothing was typed since it was sent.
function refresh(old, field, body) {
  const others = all("[name]", field)
  all("[name]", old).forEach((input, index) => {
    const { name, value, type, checked } = input
    const other = others[index]
    const sent = body.getAll(name)
    if (type === "radio" || type === "checkbox") {
      if (sent.includes(value) === checked) input.checked = other.checked
    } else if (type !== "file" && sent[0] === value && value !== other.value) input.value = other.value
  })
}

// Takes the questions of a fresh page over; those that are the same stay, with what is being typed into them.
function settle(form, fresh, body) {
  const known = new Map(fieldsOf(form).map((field) => [nameOf(field), field]))
  const wanted = fieldsOf(fresh)
  let last = fieldsOf(form)[0].previousElementSibling
  for (const [name, field] of known) if (!wanted.some((other) => nameOf(other) === name)) field.remove()
  for (const field of wanted) {
    const old = known.get(nameOf(field))
    const isSame = old && asking(old) === asking(field)
    if (!old) last.after(field)
    else if (!isSame) old.replaceWith(field)
    last = isSame ? old : field
    if (isSame) refresh(old, field, body)
    else enhanceFields(field)
  }
  const { shown } = form.elements
  if (shown) shown.value = fresh.elements.shown.value
  if (!fresh.querySelector("#mistakes")) form.querySelector("#mistakes")?.remove()
}

function reload(button) {
  const { form } = button
  const action = form.getAttribute("action")
  let asked = 0
  let isTyping = false
  button.hidden = true
  on(form, "input", () => isTyping = true)
  all("[data-reloads]", button.closest(".field")).forEach((input) => on(input, "change", async () => {
    const turn = ++asked
    const body = new FormData(form, button)
    isTyping = false
    let isWhole = true
    for (const [name, value] of [...body]) if (value instanceof File) {
      body.delete(name)
      isWhole &&= !value.name
    }
    form.ariaBusy = "true"
    const isPost = form.method === "post"
    const url = isPost ? action : `${action}?${new URLSearchParams(body)}`
    const answer = await fetch(url, isPost ? { method: "POST", body } : {}).catch(() => null)
    const page = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html")
    const fresh = [...page.forms].find((other) => other.getAttribute("action") === action)
    if (turn !== asked) return
    if (fresh) {
      settle(form, fresh, body)
      const isSaved = isPost && isWhole && !isTyping && !fresh.querySelector("#mistakes")
      if (isSaved) form.dispatchEvent(new Event("saved"))
    } else button.hidden = false
    form.ariaBusy = null
  }))
}

function enhanceFields(root) {
  all("[data-suggest]", root).forEach(suggest)
  all("[data-reload]", root).forEach(reload)
}

function enhance() {
  // What was just done is said once.
  const once = address().replace(/(?<=[?&])done[^&]*&?/g, "").replace(/[?&]$/, "")
  if (once !== address()) rename(once + location.hash)
  enhanceFields(document)
  all("form:has([data-shown-when])").forEach(relevance)
  all("form[data-guard]").forEach(guard)
  all("form:has([type=file])").forEach(upload)
  all("[data-desk]").forEach((root) => load("desk").then(({ desk }) => desk(root, rename)))
  all("[data-refresh]").forEach((work) => setTimeout(() => location.replace(work.dataset.refresh), 3000))
  if (main().dataset.form || history.state) load("back").then(({ settle }) => settle(rename))
  const mistakes = document.getElementById("mistakes")
  mistakes?.focus()
  // On a phone it lies behind the judge's panel.
  mistakes?.scrollIntoView()
}

// A page put in place of a form is not what the address had.
on(window, "popstate", () => address() !== shown && location.reload())
enhance()
if (/[\u0e01-\u0e2e]/.test(main().textContent)) load("thai")
