// A page that answers a form takes the form's own address, so that the way back asks for the form and not to send
// it again. What was typed goes along in the browser's history, and is for the same session only; so does what the
// page showed then, by which the server tells what somebody has saved since.
const seal = (form) => form.elements.csrf?.value
const typedInto = (form) => [...form.elements].filter(({ name, type }) =>
  name && !/^(hidden|password|file|submit|button)$/.test(type))
const isTicked = ({ type }) => type === "radio" || type === "checkbox"
const marksOf = (form) => [...form.querySelectorAll("[name=shown], [name=stamp]")]

// Whether a field says something else than the page that came: the browser, or the history, has put it there.
function isOlder(field) {
  if (isTicked(field)) return field.checked !== field.defaultChecked
  const options = [...field.options ?? []]
  const standard = options[0] ? options.find((option) => option.defaultSelected) ?? options[0] : null
  return field.value !== (standard ? standard.value : field.defaultValue)
}

function remember(form, keepsTyped) {
  const marks = Object.fromEntries(marksOf(form).map(({ name, value }) => [name, value]))
  const typed = keepsTyped && typedInto(form).map(({ name, value, checked }) => ({ name, value, checked }))
  history.replaceState({ action: form.getAttribute("action"), seal: seal(form), marks, typed }, "")
}

function recall(form, { marks, typed }, helped) {
  for (const field of typed ? typedInto(form) : []) {
    const was = typed.find(({ name, value }) => name === field.name && (!isTicked(field) || value === field.value))
    if (!was) continue
    if (isTicked(field)) field.checked = was.checked
    else field.value = was.value
  }
  const older = new Set(typedInto(form).filter(isOlder).map(({ name }) => name))
  if (!older.size) return
  // Old words go under the stamp they were typed under, each question's own: what is as it came is new.
  for (const mark of marksOf(form)) {
    const was = marks[mark.name] ?? ""
    const pairs = new Map(was.split(" ").map((pair) => [pair.split("=")[0], pair]))
    mark.value = mark.name === "stamp" ? was : mark.value.split(" ").map((pair) => {
      const [name] = pair.split("=")
      return older.has(name) && pairs.get(name) || pair
    }).join(" ")
  }
  // It is again only on the page, as every script is told that helps with the form.
  helped.then(() => ["input", "change"].forEach((name) => form.dispatchEvent(new Event(name))))
}

export function settle(rename, helped) {
  const { form: address } = document.querySelector("main").dataset
  if (address) rename(address)
  const { state } = history
  const known = [...document.forms].find((form) =>
    form.getAttribute("action") === state?.action && seal(form) === state.seal)
  const wrong = address && document.querySelector("main form:has(.has-error)")
  const form = known ?? wrong ?? document.querySelector("main form:has([name=shown], [name=stamp])")
  if (!form) return
  const keepsTyped = !!(wrong ?? (known && state.typed))
  if (known) recall(form, state, helped)
  remember(form, keepsTyped)
  for (const name of ["change", "settled", "submit"]) {
    form.addEventListener(name, () => remember(form, keepsTyped))
  }
}
