import SalaDatabase
import SalaStore
import Testing

@Suite("The list of migrations")
struct MigrationOrderTests {
    @Test("numbers them from one without a gap, in the order in which they run")
    func order() {
        #expect(Migrations.all.map(\.number) == Array(1...Migrations.all.count))
    }

    @Test("gives each a name of its own")
    func names() {
        #expect(Set(Migrations.all.map(\.name)).count == Migrations.all.count)
    }
}
