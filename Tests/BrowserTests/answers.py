"""What an entrant of the contest answers, page by page, in the order of the form."""

from documents import pdf, png, upload

PAGES: dict[str, dict] = {
    "organisation": {
        "contact_name": "ผู้ประสานงานตัวอย่าง",
        "contact_position": "นักวิเคราะห์นโยบายและแผน",
        "contact_phone": "0 2000 0000",
        "contact_email": "contact@town.example.go.th",
    },
    "work": {
        "title": "ระบบรับเรื่องไฟฟ้าสาธารณะดับ",
        "summary": "ประชาชนถ่ายภาพเสาไฟและแจ้งผ่านโทรศัพท์ ช่างเห็นตำแหน่งบนแผนที่และแจ้งกลับเมื่อซ่อมเสร็จ",
        "field": "works",
        "topic": "roads_lighting",
        "status": "in_use",
        "used_since": "1/10/2563",
        "problem": "เดิมประชาชนต้องเดินทางมาแจ้งที่สำนักงาน และไม่ทราบว่าจะซ่อมเมื่อใด",
        "solution": "แจ้งผ่านแอปพลิเคชันสนทนา ระบบจัดคิวช่างตามพื้นที่ และแจ้งผลให้ผู้แจ้งทราบ",
        "technology": ["chat", "gis"],
        "developer": "own_staff",
    },
    "results": {
        "users": "1,200",
        "cost": "90,000",
        "minutes_before": "90",
        "minutes_after": "5",
        "evidence": "บันทึกการแจ้งซ่อมเก้าเดือน และแบบสำรวจความพึงพอใจ 300 ชุด",
        "open_data": "yes",
        "open_data_link": "https://data.example.go.th/street-lamps",
    },
    "expansion": {
        "adoptable": "adapted",
        "adoption_needs": ["training", "data"],
        "shares_source": "yes",
        "expansion_plan": "ขยายไปยังเรื่องถนนและทางระบายน้ำในปีถัดไป โดยใช้งบประมาณของกองช่าง",
    },
    "documents": {
        "project_document": upload("โครงการ.pdf", "application/pdf", pdf("Project")),
        "pictures": [upload("เสาไฟ.png", "image/png", png()), upload("แผนที่.png", "image/png", png(320, 200))],
        "consent_letter": upload("หนังสือรับรอง.pdf", "application/pdf", pdf("Consent")),
    },
    "declaring": {
        "declaration": ["truthful", "rights", "publication"],
    },
}

TITLE = PAGES["work"]["title"]
