// Sends a form without leaving its page: what is on it stays until the answer is there, and is sent again when none
// comes. Files are seen on their way.
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const on = (target, name, act) => target.addEventListener(name, act)
const make = (tag, properties) => Object.assign(document.createElement(tag), properties)

function measure({ target: input }) {
  const { maximumBytes, tooLarge } = input.dataset
  if (!maximumBytes) return
  const kept = new DataTransfer()
  const names = [...input.files].filter((file) => file.size > maximumBytes || !kept.items.add(file))
    .map(({ name }) => name)
  input.nextElementSibling.textContent = names[0] ? tooLarge.replace("{file}", names.join(", ")) : ""
  input.previousElementSibling.value = names.join("/")
  input.files = kept.files
}

// What the head of one page links to and that of another does not.
const links = ({ head }) => all("link", head)
const missing = (page, other) => links(page).filter((link) => !links(other).some((one) => one.isEqualNode(link)))

// Puts a page in this one's place; its styles are there before it is shown.
async function put(page, rename) {
  const old = missing(document, page)
  await Promise.all(missing(page, document).map((link) => new Promise((go) => {
    link.onload = link.onerror = go
    if (link.rel !== "stylesheet") go()
    document.head.append(link)
  })))
  document.documentElement.lang = page.documentElement.lang
  document.title = page.title
  rename()
  document.body.replaceWith(page.body)
  for (const link of old) link.remove()
  scrollTo(0, 0)
  // Where reading begins on a page that a browser opens itself.
  document.querySelector("main").focus({ preventScroll: true })
}

const hasFiles = (form) => all("[type=file]", form).some(({ files }) => files[0])
const wordsOf = (form, name) => (form.querySelector(`[data-${name}]`) ?? document.body).dataset[name] ?? ""

// Above what was pressed, where one looks.
function placeOf(form, submitter) {
  const own = form.querySelector(":scope > :is(.actions, .button)")
  const pressed = submitter?.hidden ? null : submitter?.closest(".actions") ?? submitter
  return own ?? pressed ?? form.querySelector(".actions") ?? form.lastElementChild
}

// Everything of the form but this part; a question may be called `children`.
const around = (form, part) => part === form ? [] : all(":scope > :not(.sending)", part.parentNode)
  .filter((other) => other !== part).concat(around(form, part.parentNode))

// Says that the form is on its way and holds it still: what is typed from now on would not be sent.
function hold(form, submitter) {
  const { activeElement } = document
  const uploading = (percent) => wordsOf(form, "uploading").replace("{percent}", percent)
  const bar = hasFiles(form) && make("progress", { className: "upload-progress sending", ariaLabel: uploading("") })
  const textContent = bar ? "" : wordsOf(form, "saving")
  const said = make("p", { className: "note sending", role: "status", textContent })
  const toggle = (isHeld) => {
    for (const part of around(form, said)) part.inert = isHeld
    for (const button of all("button")) button.disabled = isHeld
  }
  all(".sending", form).forEach((old) => old.remove())
  placeOf(form, submitter).before(...[bar, said].filter(Boolean))
  toggle(true)
  said.scrollIntoView({ block: "nearest" })

  function show(part) {
    if (!bar) return
    bar.value = part
    // Every tenth part is told, not each packet.
    const words = uploading(Math.floor(part * 10) * 10)
    if (said.textContent !== words) said.textContent = words
  }

  function release(words) {
    toggle(false)
    if (bar) bar.remove()
    said.replaceWith(words)
    activeElement?.focus({ preventScroll: true })
    words.scrollIntoView({ block: "nearest" })
  }

  return { show, release }
}

// What comes back, or an empty answer when nothing does. A page without files takes no longer than the patience.
function post(form, submitter, body, key, patience, show) {
  const request = new XMLHttpRequest()
  request.upload.onprogress = ({ loaded, total }) => show(loaded / total)
  request.open("POST", submitter?.getAttribute("formaction") ?? form.getAttribute("action"))
  request.setRequestHeader("Idempotency-Key", key)
  if (!hasFiles(form)) request.timeout = patience
  request.send(form.matches("[enctype]") ? body : new URLSearchParams(body))
  return new Promise((go) => request.onloadend = () => go(request))
}

export function send(form, { isAlone, patience, rename, enhance }) {
  let isUnderWay
  // What was sent and not answered, and its key: the same words again are the same request.
  let lost
  on(form, "change", measure)
  on(form, "submit", async (event) => {
    const { submitter } = event
    // What another form would lose with the page is the browser's to ask about.
    if (!isUnderWay && !isAlone(form)) return
    event.preventDefault()
    if (isUnderWay) return
    isUnderWay = true
    const { show, release } = hold(form, submitter)
    const before = []
    form.dispatchEvent(new CustomEvent("sending", { detail: before }))
    await Promise.all(before)
    const body = new FormData(form)
    if (submitter?.name) body.append(submitter.name, submitter.value)
    const words = hasFiles(form) ? null : `${new URLSearchParams(body)}`
    const key = words && lost?.words === words ? lost.key : crypto.getRandomValues(new Uint32Array(4)).join("-")
    const { responseText, responseURL } = await post(form, submitter, body, key, patience, show)
    const page = new DOMParser().parseFromString(responseText, "text/html")
    const [stay, main] = ["#stay", "main"].map((name) => page.querySelector(name))
    if (stay) release(stay)
    else if (main) {
      const url = new URL(main.dataset.form ?? responseURL, location)
      await put(page, () => rename(url, url.pathname === location.pathname ? "replaceState" : "pushState"))
      enhance()
    } else {
      // Nothing has answered, or something between here and the server.
      lost = { words, key }
      all(".notice.success", form).forEach((old) => old.remove())
      release(make("p", { className: "error sending", role: "alert", textContent: wordsOf(form, "failed") }))
      form.dispatchEvent(new CustomEvent("lost", { detail: body }))
    }
    isUnderWay = false
  })
}
