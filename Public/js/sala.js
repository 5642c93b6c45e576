const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const on = (target, name, act) => target.addEventListener(name, act)
const address = () => location.pathname + location.search
const main = () => document.querySelector("main")
const load = (name) => import(`./${name}.js${new URL(import.meta.url).search}`)
// The forms whose words are only on the page.
const unsaved = new Set()
const isAlone = (form) => [...unsaved].every((other) => other.contains(form))
// How long an answer may take, in milliseconds.
const patience = 60_000
let shown = address()
const rename = (to, way = "replaceState") => {
  history[way](null, "", to)
  shown = address()
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
  // What was refused, or could not be saved, is still only on the page.
  const isRefused = document.querySelector("[data-unsaved], main:not(:has(form[data-saved])) .error-summary")
  const mistaken = all("form:has(.has-error)")
  if (isRefused && (!mistaken[0] || mistaken.some((other) => form.contains(other)))) unsaved.add(form)
  const state = form.querySelector("[data-changed]")
  on(form, "input", () => {
    unsaved.add(form)
    if (state && state.textContent !== state.dataset.changed) state.textContent = state.dataset.changed
  })
  on(form, "saved", () => {
    unsaved.delete(form)
    if (state) state.textContent = state.dataset.saved
  })
  on(form, "lost", () => {
    unsaved.add(form)
    if (state) state.textContent = form.querySelector(".sending") ? "" : state.dataset.failed
  })
}

const fieldsOf = (form) => all(":scope > .field, :scope > .note", form)
const stamps = (shown) => shown?.split(" ").map((pair) => pair.split("=")) ?? []
const isSeen = (part) => part.getBoundingClientRect().bottom > 0 && part.getBoundingClientRect().top < innerHeight
const nameOf = (field) => field.id || field.querySelector("[name]")?.name || field.textContent

// What a field asks, whatever has been typed into it.
function asking(field) {
  const copy = field.cloneNode(true)
  for (const box of all("textarea", copy)) box.replaceChildren()
  return copy.textContent
}

// Chosen files are in no answer, nor is what was said of them.
const hasFiles = (field) => field.querySelector("[type=file] + .error:not(:empty)")
  || all("[type=file]", field).some(({ files }) => files[0])

// What was typed since the body was made goes over into the fresh field, and the fresh answer into the old one
// where nothing was: either may stay.
function refresh(old, field, body) {
  const others = all("[name]:not([type=file])", field)
  let focused
  all("[name]", old).forEach((input) => {
    const { name, value, type, checked } = input
    const isTick = type === "radio" || type === "checkbox"
    const other = others.find((one) => one.name === name && (!isTick || one.value === value))
    if (!other) return
    const isTyped = isTick ? body.getAll(name).includes(value) !== checked : body.get(name) !== value
    const [from, to] = isTyped ? [input, other] : [other, input]
    to.checked = from.checked
    if (to.value !== from.value) to.value = from.value
    if (input === document.activeElement) focused = other
  })
  return focused
}

// Takes the questions of a fresh page over; those that are the same stay.
function settle(form, fresh, body) {
  for (const name of ["csrf", "shown"]) {
    const [own, other] = [form, fresh].map((one) => one.querySelector(`[name=${name}]`))
    if (own && other) own.value = other.value
  }
  const wanted = fieldsOf(fresh)
  if (!wanted[0]) return
  const known = new Map(fieldsOf(form).map((field) => [nameOf(field), field]))
  let last = fieldsOf(form)[0].previousElementSibling
  for (const [name, field] of known) if (!wanted.some((other) => nameOf(other) === name)) field.remove()
  for (const field of wanted) {
    const old = known.get(nameOf(field))
    const isKept = old && hasFiles(old)
    const focused = old && !isKept && refresh(old, field, body)
    const isSame = isKept || old && asking(old) === asking(field)
    if (!old) last.after(field)
    else if (!isSame) old.replaceWith(field)
    last = isSame ? old : field
    if (isSame) continue
    enhanceFields(field)
    focused?.focus()
  }
  const [told, teller] = [form, fresh].map((one) => one.querySelector(".company"))
  if (told && teller) told.replaceWith(teller)
  const [list, fresher] = [form, fresh].map((one) => one.parentNode.querySelector(".steps"))
  if (list && !list.matches(":focus-within")) list.replaceWith(fresher)
  if (!fresh.querySelector("#mistakes")) all("#mistakes, .notice", form).forEach((old) => old.remove())
  form.dispatchEvent(new Event("settled"))
}

// One after the other: each says what the one before has shown, and a form that is sent waits for them.
function reload(form) {
  const action = form.getAttribute("action")
  const isPost = form.getAttribute("method") === "post"
  let last = Promise.resolve()
  let asked = 0
  let isTyping, isLeaving, isPassing, isRefused, isRead, lost
  let unread = []
  const send = async (button) => {
    // What may have been saved though no answer came is sent again first, or it were another writer's.
    const again = lost
    const body = again ?? new FormData(form)
    let isWhole = !again
    if (!again) isTyping = false
    isRefused = false
    body.set("reload", 1)
    // Only who presses a button has read what another has saved meanwhile.
    if (unread[0]) {
      const shown = new Map([...stamps(body.get("shown")), ...unread])
      body.set("shown", [...shown].map((pair) => pair.join("=")).join(" "))
    }
    for (const [name, value] of [...body]) if (value instanceof File) {
      body.delete(name)
      isWhole &&= !value.name
    }
    const url = isPost ? action : `${action}?${new URLSearchParams(body)}`
    const how = { signal: AbortSignal.timeout(patience), ...isPost && { method: "POST", body } }
    const text = await fetch(url, how).then((answer) => answer.text())
      .catch(() => "")
    const page = new DOMParser().parseFromString(text, "text/html")
    const fresh = [...page.forms].find((other) => other.getAttribute("action") === action)
    if (!fresh) form.dispatchEvent(new CustomEvent("lost", { detail: body }))
    else lost = null
    const isFresh = !!fresh && !!fieldsOf(fresh)[0]
    const overtaken = isFresh ? all(".field:has(.newer) [name]", fresh).map(({ name }) => name) : []
    if (fresh) settle(form, fresh, body)
    all("[data-reload]", form).forEach((other) => other.hidden = isFresh || other !== button)
    if (!isFresh) return
    unread = stamps(body.get("shown")).filter(([name]) => overtaken.includes(name))
    isRead = false
    const isSaved = fresh.matches("[data-saved]")
    const mistakes = fresh.querySelector("#mistakes")
    isRefused = !isSaved && mistakes
    if (again && !isRefused) return send(button)
    if (isSaved && isWhole && !isTyping && !mistakes) form.dispatchEvent(new Event("saved"))
  }
  // Only the last that was asked for is done, when the one before it has ended.
  const queue = (act) => {
    const turn = ++asked
    const run = async () => {
      if (turn !== asked) return
      await act()
      if (turn === asked) form.ariaBusy = null
    }
    form.ariaBusy = "true"
    last = last.then(run, run)
  }
  on(form, "input", () => isTyping = true)
  on(form, "lost", ({ detail }) => {
    // Where nothing is saved by the way, nor is what was not meant to stay.
    if (!form.querySelector("[data-saving]")) return
    detail.delete("go")
    lost = detail
  })
  on(form, "change", ({ target }) => {
    if (isLeaving || !target.matches("[data-reloads]")) return
    queue(() => send(target.closest(".field")?.querySelector("[data-reload]")))
  })
  const isUnseen = () => unread[0] && !isRead && !isSeen(form.querySelector(".newer"))
  const lead = () => {
    isRead = true
    form.querySelector(".has-error [name]")?.focus()
  }
  on(form, "submit", (event) => {
    const { submitter } = event
    const isWaiting = form.ariaBusy || lost
    if (isPassing || !isWaiting && !isUnseen()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!isWaiting) return lead()
    isLeaving = true
    queue(async () => {
      if (lost) await send()
      isLeaving = false
      if (isRefused || isUnseen()) return lead()
      isPassing = true
      form.requestSubmit(submitter?.form ? submitter : null)
      isPassing = false
    })
  })
}

function enhanceFields(root) {
  all("[data-suggest]", root).forEach((input) => load("suggest").then(({ suggest }) => suggest(input)))
  all("[data-reload]", root).forEach((button) => button.hidden = true)
}

function enhance() {
  unsaved.clear()
  // What was just done is said once.
  const once = address().replace(/(?<=[?&])done[^&]*&?/g, "").replace(/[?&]$/, "")
  if (once !== address()) rename(once + location.hash)
  enhanceFields(document)
  all("form:has([name=shown], [data-reload])").forEach(reload)
  all("form:has([data-shown-when])").forEach(relevance)
  all("[data-guard]").forEach(guard)
  const helped = [
    ...all("main form[method=post]").map((form) => load("send")
      .then(({ send }) => send(form, { isAlone, patience, rename, enhance }))),
    ...all(".judge").map((form) => load("judge").then(({ judge }) => judge(form, patience))),
  ]
  all("[data-desk]").forEach((root) => load("desk").then(({ desk }) => desk(root, rename)))
  all("[data-refresh]").forEach((work) => setTimeout(() => location.replace(work.dataset.refresh), 3000))
  const isMarked = main().querySelector("[name=shown], [name=stamp]")
  if (main().dataset.form || history.state || isMarked) {
    load("back").then(({ settle }) => settle(rename, Promise.allSettled(helped)))
  }
  const mistakes = document.getElementById("mistakes")
  mistakes?.focus()
  // On a phone it lies behind the judge's panel.
  mistakes?.scrollIntoView()
  if (/[\u0e01-\u0e2e]|\w-\d/.test(main().textContent)) load("thai").then(({ hold }) => hold(main()))
}

on(window, "beforeunload", (event) => unsaved.size && event.preventDefault())
// What is sent without leaving the page is safe when its answer has come, and the form is gone.
on(window, "submit", ({ target, defaultPrevented }) => {
  for (const form of unsaved) if (form.contains(target) && !defaultPrevented) unsaved.delete(form)
})
// A page put in place of a form is not what the address had. Who stays after all has the own address again.
on(window, "popstate", () => {
  const to = location.href
  if (address() === shown) return
  if (!unsaved.size) return location.reload()
  history.pushState(null, "", shown)
  location.assign(to)
})
enhance()
