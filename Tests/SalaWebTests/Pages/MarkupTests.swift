import Testing

@Suite("The check of pages")
struct MarkupTests {
    private let whole = """
        <html lang="th"><head><title>ก</title><script type="module" src="/js/sala.js"></script></head><body>
        <main><h1>ก</h1><form method="post" action="/x"><input type="hidden" name="csrf" value="t">
        <label for="a">ก</label><input id="a" name="a" required><label><input type="radio" name="b"> ข</label>
        <input type="file" name="c" aria-label="ค"><button>ส่ง</button></form><img src="/a.png" alt=""></main>
        """

    @Test("finds nothing in a page that is as it should be")
    func wellFormed() {
        #expect(Markup(whole).faults == [])
    }

    @Test(
        "finds what is wrong in a page",
        arguments: [
            ("<h1>", "<h1 onclick=\"x()\">", "<h1> has the attribute onclick"),
            ("<h1>", "<h1 style=\"x\">", "<h1> has the attribute style"),
            ("src=\"/js/sala.js\"", "", "there is a script that is no file of the site's"),
            ("src=\"/js/", "src=\"https://x/js/", "there is a script that is no file of the site's"),
            ("value=\"t\"", "value=\"\"", "a form that posts has no token"),
            ("method=\"post\"", "method=\"get\"", "a form that gets shows its token"),
            (" alt=\"\"", "", "an image has no alt"),
            ("for=\"a\"", "for=\"b\"", "<input name=a> has no label"),
            (" aria-label=\"ค\"", "", "<input name=c> has no label"),
            ("<button>ส่ง", "<button>", "an empty <button>"),
            ("<main>", "<main><h1>ข</h1>", "2 <h1>"),
            ("<main>", "<main id=\"a\">", "two elements with the id a"),
            ("for=\"a\"", "for=\"z\"", "for names z, which is not there"),
            ("<main>", "<main><a href=\"#z\">ก</a>", "a link leads to #z, which is not there"),
            ("</h1>", "</h1><h3>ข</h3>", "a heading of level 3 follows one of level 1"),
            ("<main>", "<main><a href=\"JavaScript:x\">ก</a>", "href is a script"),
        ])
    func faults(old: String, new: String, fault: String) {
        #expect(Markup(whole.replacing(old, with: new)).faults.contains(fault))
    }
}
