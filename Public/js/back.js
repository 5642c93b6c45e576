// A page that answers a form takes the form's own address, so that the way back asks for the form and not to send
// it again. What was typed goes along in the browser's history, and is for the same session only.
const seal = (form) => form.elements.csrf?.value
const typedInto = (form) => [...form.elements].filter(({ name, type }) =>
  name && !/^(hidden|password|file|submit|button)$/.test(type))
const isTicked = ({ type }) => type === "radio" || type === "checkbox"

function remember() {
  const form = document.querySelector("main form:has(.has-error)")
  if (!form) return
  const typed = typedInto(form).map(({ name, value, checked }) => ({ name, value, checked }))
  history.replaceState({ action: form.getAttribute("action"), seal: seal(form), typed }, "")
}

function recall({ action, seal: known, typed }) {
  const form = [...document.forms].find((form) => form.getAttribute("action") === action && seal(form) === known)
  if (!form) return
  for (const field of typedInto(form)) {
    const was = typed.find(({ name, value }) => name === field.name && (!isTicked(field) || value === field.value))
    if (!was) continue
    if (isTicked(field)) field.checked = was.checked
    else field.value = was.value
  }
  // It is again only on the page.
  for (const name of ["input", "change"]) form.dispatchEvent(new Event(name))
}

export function settle(rename) {
  const { form } = document.querySelector("main").dataset
  if (form) {
    rename(form)
    remember()
  } else if (history.state?.typed) recall(history.state)
}
