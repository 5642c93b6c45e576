import Foundation
import SalaThai

/// What a password must be to be taken.
///
/// After NIST SP 800-63B section 5.1.1: length counts in code points, favourites are refused, nothing is
/// demanded about kinds of characters.
enum PasswordRule {
    static let lengths = 10...200

    /// The password as it is hashed: composed (NFC), so that two keyboards type the same.
    static func canonical(_ typed: String) -> String {
        typed.precomposedStringWithCanonicalMapping
    }

    /// What is wrong with a canonical password for the account under that address.
    static func fault(in password: String, email: EmailAddress?) -> AccountFault? {
        let count = password.unicodeScalars.count
        if count < lengths.lowerBound { return .passwordTooShort(lengths.lowerBound) }
        if count > lengths.upperBound { return .passwordTooLong(lengths.upperBound) }
        let plain = Digits.ascii(password).lowercased()
        if plain == email?.text { return .passwordIsEmail }
        return isObvious(plain) ? .passwordTooObvious : nil
    }

    private static func isObvious(_ password: String) -> Bool {
        let letters = password.filter { $0.isLetter || $0.isNumber }
        let scalars = password.unicodeScalars.map { Int64($0.value) }
        return favourites.contains(letters) || isRun(scalars, step: 1) || isRun(scalars, step: -1)
            || (1...4).contains { period in
                scalars.indices.allSatisfy { scalars[$0] == scalars[$0 % period] }
            }
    }

    /// Whether each character follows the one before in the alphabet; after 9 may come 0.
    private static func isRun(_ scalars: [Int64], step: Int64) -> Bool {
        zip(scalars, scalars.dropFirst()).allSatisfy { first, second in
            second - first == step || (first, second) == (0x39, 0x30) && step == 1
                || (first, second) == (0x30, 0x39) && step == -1
        }
    }

    /// Letters and digits alone, in lower case.
    private static let favourites: Set<String> = [
        "administrator", "administrator1", "admin12345", "admin123456", "adminadmin", "welcome123",
        "welcome1234", "password12", "password123", "password1234", "passw0rd123", "p4ssword123",
        "passwordpassword", "letmein123", "iloveyou12", "iloveyou123",
        "qwertyuiop", "qwerty1234", "qwerty12345", "qwerty123456",
        "asdfghjkl1", "asdfghjklqwertyuiop", "1q2w3e4r5t", "1qaz2wsx3edc", "qazwsxedcrfv", "zaq12wsxcde3",
        "abcd123456", "abc1234567", "a123456789", "123456789a", "aa12345678", "q123456789", "1234512345",
        "0987654321", "9876543210", "changeme123", "changeme1234", "secret1234", "football123", "sawasdee123",
        "sawasdee1234", "thailand123", "thailand1234", "bangkok1234", "bangkok12345", "thailand2564",
        "thailand2565", "thailand2566", "thailand2567", "thailand2568", "thailand2569", "sala123456",
        "salasala123", "digital1234", "government1", "รหัสผ่าน1234", "รหัสผ่าน123", "สวัสดี1234",
        "สวัสดีครับ", "สวัสดีค่ะ", "ประเทศไทย", "ประเทศไทย1", "ประเทศไทย123", "กรุงเทพมหานคร", "ฟหกดสาวฟหกด",
        "ๆไำพะัีรนย",
    ]
}
