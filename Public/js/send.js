// Sends a form without leaving its page: what is on it stays until the answer is there, and is sent again when none
// comes. Files are seen on their way.
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const on = (target, name, act) => target.addEventListener(name, act)
const make = (tag, properties) => Object.assign(document.createElement(tag), properties)
// A page without files takes no longer, whatever the line.
const patience = 60_000

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

export function send(form, rename, enhance) {
  const wordsOf = (name) => (form.querySelector(`[data-${name}]`) ?? document.body).dataset[name] ?? ""
  // Everything of the form but this part; a question may be called `children`.
  const around = (part) => part === form ? [] : all(":scope > :not(.sending)", part.parentNode)
    .filter((other) => other !== part).concat(around(part.parentNode))
  let isUnderWay
  on(form, "change", measure)
  on(form, "submit", async (event) => {
    event.preventDefault()
    if (isUnderWay) return
    const { submitter } = event
    const { activeElement } = document
    const hasFiles = all("[type=file]", form).some(({ files }) => files[0])
    const uploading = (percent) => wordsOf("uploading").replace("{percent}", percent)
    const said = make("p", { className: "note sending", role: "status", textContent: hasFiles ? "" : wordsOf("saving") })
    const bar = hasFiles && make("progress", { className: "upload-progress sending", ariaLabel: uploading("") })
    const place = form.querySelector(":scope > :is(.actions, .button)")
      ?? (submitter?.hidden ? null : submitter?.closest(".actions") ?? submitter) ?? form.querySelector(".actions") ?? form.lastElementChild
    const request = new XMLHttpRequest()
    // What is typed from now on would not be sent.
    const isBusy = (busy) => {
      isUnderWay = busy
      for (const part of around(said)) part.inert = busy
      for (const button of all("button")) button.disabled = busy
    }
    const stop = (words) => {
      isBusy(false)
      if (bar) bar.remove()
      said.replaceWith(words)
      activeElement?.focus({ preventScroll: true })
      words.scrollIntoView({ block: "nearest" })
    }
    all(".sending", form).forEach((old) => old.remove())
    place.before(...[bar, said].filter(Boolean))
    isBusy(true)
    said.scrollIntoView({ block: "nearest" })
    const before = []
    form.dispatchEvent(new CustomEvent("sending", { detail: before }))
    await Promise.all(before)
    const body = new FormData(form)
    if (submitter?.name) body.append(submitter.name, submitter.value)
    request.upload.onprogress = ({ loaded, total }) => {
      if (!bar) return
      bar.value = loaded / total
      // Every tenth part is told, not each packet.
      const words = uploading(Math.floor(bar.value * 10) * 10)
      if (said.textContent !== words) said.textContent = words
    }
    request.onerror = request.ontimeout = request.onabort = () => {
      all(".notice.success", form).forEach((old) => old.remove())
      stop(make("p", { className: "error sending", role: "alert", textContent: wordsOf("failed") }))
      form.dispatchEvent(new CustomEvent("lost", { detail: body }))
    }
    request.onload = async () => {
      const page = new DOMParser().parseFromString(request.responseText, "text/html")
      const stay = page.getElementById("stay")
      if (stay) return stop(stay)
      // Something between here and the server has answered.
      if (!page.querySelector("main")) return request.onerror()
      const url = new URL(page.querySelector("main").dataset.form ?? request.responseURL, location)
      await put(page, () => rename(url, url.pathname === location.pathname ? "replaceState" : "pushState"))
      enhance()
    }
    request.open("POST", submitter?.getAttribute("formaction") ?? form.getAttribute("action"))
    if (!hasFiles) request.timeout = patience
    request.send(form.matches("[enctype]") ? body : new URLSearchParams(body))
  })
}
