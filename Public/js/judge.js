// The judge's sheet: on a phone it is folded away until it is asked for; what is chosen and typed is kept soon after
// it was, and what the scores come to so far is told.
let earlier = new AbortController()

export function judge(form, patience) {
  const sheet = form.querySelector(".sheet")
  sheet.open &&= innerWidth >= 1024
  // On a phone its buttons lie below the edge while the page's head is still in sight.
  sheet.addEventListener("toggle", () => {
    if (sheet.open && innerWidth < 1024) sheet.parentNode.scrollIntoView({ block: "nearest" })
  })
  // What a mistake leads to must be there before the browser goes.
  for (const link of form.querySelectorAll("#mistakes a")) {
    link.onclick = () => sheet.open ||= sheet.contains(document.querySelector(link.hash))
  }
  if (form.matches("[data-draft]")) keepDrafts(form, patience)
}

function keepDrafts(form, patience) {
  const find = (name) => form.querySelector(`[data-draft-${name}]`)
  const tell = (name, words) => find(name).textContent !== words && (find(name).textContent = words)
  let isDirty = false
  let timer
  let isWaiting
  let last = Promise.resolve()
  let lost
  // A page that was put in this one's place is listened to alone.
  earlier.abort()
  earlier = new AbortController()
  const { signal } = earlier

  async function send() {
    // What may have been kept though no answer came is sent again first: its stamp tells it from another page's.
    const again = lost
    const body = again ?? new FormData(form)
    body.set("go", "draft")
    isDirty = !!again
    const url = form.getAttribute("action")
    const how = { method: "POST", body, keepalive: true, redirect: "error", signal: AbortSignal.timeout(patience) }
    const answer = await fetch(url, how).catch(() => null)
    const told = [200, 409].includes(answer?.status) && await answer.json().catch(() => null)
    lost = answer ? null : body
    if (!told?.stamp) {
      isDirty = true
      // What the levels come to is not known; how many there are is.
      tell("total", "–")
      tell("part", form.dataset.chosen.replace("{given}", form.querySelectorAll(".levels :checked").length))
      return tell("state", told?.state ?? form.dataset.draft)
    }
    const { state, total, part, stamp } = told
    form.elements.stamp.value = stamp
    tell("total", total)
    tell("part", part)
    if (isDirty) return again && send()
    for (const old of form.querySelectorAll(".sending")) old.remove()
    tell("state", state)
    find("old")?.toggleAttribute("hidden", !state)
    // A reason to leave is in no draft.
    const reasons = [...form.querySelectorAll(".ways-out textarea")]
    if (reasons.every(({ value }) => !value)) form.dispatchEvent(new Event("saved"))
  }

  // One after the other, so that the last that was typed is the last that is kept.
  function keep() {
    clearTimeout(timer)
    return last = last.then(() => isDirty && send())
  }

  const after = (milliseconds) => () => {
    isDirty = true
    clearTimeout(timer)
    timer = setTimeout(keep, milliseconds)
  }

  form.addEventListener("input", after(2000))
  form.addEventListener("change", after(300))
  form.addEventListener("lost", ({ detail }) => {
    lost = detail
    isDirty = true
  })
  // No draft comes after what is handed in, which goes under the stamp of the last.
  form.addEventListener("sending", ({ detail: before }) => {
    clearTimeout(timer)
    last = last.then(() => lost && send()).then(() => isDirty = false)
    before.push(last)
  })
  addEventListener("online", keep, { signal })
  addEventListener("pagehide", keep, { signal })
  document.addEventListener("visibilitychange", () => document.hidden && keep(), { signal })
  // Whoever signs out, or becomes somebody else, is not gone before the draft is kept.
  document.addEventListener("submit", async (event) => {
    const { target, submitter } = event
    if (target === form || !isDirty && !isWaiting) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (isWaiting) return
    isWaiting = true
    await keep()
    isWaiting = isDirty = false
    target.requestSubmit(submitter)
  }, { capture: true, signal })
}
