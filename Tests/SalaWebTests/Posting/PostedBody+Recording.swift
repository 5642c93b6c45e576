/// Bodies recorded from real clients, byte for byte.
extension PostedBody {
    /// Chromium: a form with two texts, two ticked boxes, two files in one input and one input left empty.
    static let chromium = multipart(
        """
        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ
        Content-Disposition: form-data; name="title"

        ถนน "ชำรุด" + 50%
        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ
        Content-Disposition: form-data; name="note"

        บรรทัดหนึ่ง
        บรรทัดสอง
        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ
        Content-Disposition: form-data; name="kind"

        road
        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ
        Content-Disposition: form-data; name="kind"

        light
        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ
        Content-Disposition: form-data; name="photo"; filename="รายงาน %22ฉบับที่ ๑%22.txt"
        Content-Type: text/plain

        สวัสดี

        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ
        Content-Disposition: form-data; name="photo"; filename="empty.txt"
        Content-Type: text/plain


        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ
        Content-Disposition: form-data; name="none"; filename=""
        Content-Type: application/octet-stream


        ------WebKitFormBoundaryNE3JH3KZ480ESsyZ--

        """, boundary: "----WebKitFormBoundaryNE3JH3KZ480ESsyZ")

    /// Chromium: the same form without an enctype.
    static let chromiumForm = form(
        "title=%E0%B8%96%E0%B8%99%E0%B8%99+%22%E0%B8%8A%E0%B8%B3%E0%B8%A3%E0%B8%B8%E0%B8%94%22+%2B+50%25"
            + "&note=%E0%B8%9A%E0%B8%A3%E0%B8%A3%E0%B8%97%E0%B8%B1%E0%B8%94"
            + "%E0%B8%AB%E0%B8%99%E0%B8%B6%E0%B9%88%E0%B8%87%0D%0A"
            + "%E0%B8%9A%E0%B8%A3%E0%B8%A3%E0%B8%97%E0%B8%B1%E0%B8%94%E0%B8%AA%E0%B8%AD%E0%B8%87"
            + "&kind=road&kind=light&photo=empty.txt&none=")

    /// curl 7.88 with `--form-escape`, which puts backslashes before quotes.
    static let curlEscaping = multipart(
        #"""
        --------------------------cadc0b06dfaa07a6
        Content-Disposition: form-data; name="photo"; filename="รายงาน \"ฉบับที่ ๑\".txt"
        Content-Type: text/plain

        สวัสดี

        --------------------------cadc0b06dfaa07a6--

        """#, boundary: "------------------------cadc0b06dfaa07a6")

    /// curl 7.88: `--data-urlencode 'title=ถนน ชำรุด+&=%' -d a=b+c`.
    static let curlForm = form(
        "title=%E0%B8%96%E0%B8%99%E0%B8%99+%E0%B8%8A%E0%B8%B3%E0%B8%A3%E0%B8%B8%E0%B8%94%2B%26%3D%25&a=b+c")

    /// Python's requests 2.34.
    static let requests = multipart(
        """
        --23c9b2690e374694bacb9cbdffc9ef6a
        Content-Disposition: form-data; name="title"

        ถนนชำรุด
        --23c9b2690e374694bacb9cbdffc9ef6a
        Content-Disposition: form-data; name="k"

        1
        --23c9b2690e374694bacb9cbdffc9ef6a
        Content-Disposition: form-data; name="k"

        2
        --23c9b2690e374694bacb9cbdffc9ef6a
        Content-Disposition: form-data; name="photo"; filename="รายงาน %22ฉบับที่ ๑%22.txt"
        Content-Type: text/plain

        สวัสดี

        --23c9b2690e374694bacb9cbdffc9ef6a--

        """, boundary: "23c9b2690e374694bacb9cbdffc9ef6a")

    /// Python's urllib3 2.7 with its formatter after RFC 2231, which older ones used for names beyond ASCII.
    static let extendedName = multipart(
        """
        --ee215d9dd65106b17bd5e3c6447bf731
        Content-Disposition: form-data; name="photo"; \
        filename*=utf-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99%20\
        %22%E0%B8%89%E0%B8%9A%E0%B8%B1%E0%B8%9A%E0%B8%97%E0%B8%B5%E0%B9%88%20%E0%B9%91%22.txt
        Content-Type: text/plain

        x
        --ee215d9dd65106b17bd5e3c6447bf731--

        """, boundary: "ee215d9dd65106b17bd5e3c6447bf731")
}
