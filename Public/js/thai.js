// Browsers part Thai by a dictionary that lacks some words and errs over others: ICU's says ท้อง|ถิ่น,
// ผลก|ระทบ and ต้องเต|รียม. No style can tell it better, so these words are held together one by one.
const words = `
  ท้องถิ่น เจ้าหน้าที่ คณะกรรมการ มอบหมาย ความเห็น ความหมาย คัดเลือก ขั้นตอน ตรวจสอบ ตรวจทาน น้ำหนัก ถูกต้อง ครบถ้วน
  เผยแพร่ เปิดเผย งบประมาณ รายละเอียด ปลายทาง ผลกระทบ กระทบ กระจาย กระดาษ วิธีการ หลักฐาน ภายหลัง ย้อนหลัง ร้อยละ
  แบ่งปัน เริ่มต้น เรียนรู้ รับผิดชอบ ผิดพลาด รูปแบบ ว่างเปล่า รู้จัก แลกเปลี่ยน สิ้นสุด เล็กน้อย เหมาะสม เตรียม วีดิทัศน์
  ร้องเรียน ท่องเที่ยว ส่วนร่วม ส่วนได้เสีย ต่อยอด ทราบ ท่าน กลับ เพิ่มเติม นัดหมาย เป้าหมาย ทั่วถึง เครื่องมือ เพียงพอ
  เครือข่าย มือถือ ภาพประกอบ ทั่วประเทศ`.trim().split(/\s+/)
// A short name in quotation marks is as whole as a word, and so is a number with hyphens, such as DL-2564-0038; not
// so the longer ones of addresses, which no phone is wide enough for.
const number = String.raw`(?<![\w/.@-])(?=[\w-]*\d)\w{1,6}(?:-\w{1,6}){1,3}(?![\w/@-]|\.\w)`
const parting = new RegExp(`(“[^“”\\s]{1,20}”|${number}|${words.join("|")})`)
const untouched = "textarea, select, script, style, svg, code, pre, thai-word"

const whole = (word) => Object.assign(document.createElement("thai-word"), { textContent: word })

function holdIn(text) {
  const parts = text.data.split(parting).map((part, index) => index % 2 ? whole(part) : part)
  const display = getComputedStyle(text.parentElement).display
  if (!/flex|grid/.test(display)) return text.replaceWith(...parts)
  // Each part would be a box of its own.
  const line = document.createElement("thai-line")
  line.append(...parts)
  text.replaceWith(line)
}

export function hold(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (parting.test(text.data) && !text.parentElement.closest(untouched)) found.push(text)
  }
  found.forEach(holdIn)
}
