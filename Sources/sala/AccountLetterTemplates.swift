import Foundation
import SalaEngine
import SalaLetters
import SalaStore
import SalaWeb

/// The letters about accounts, read from `Templates/letters` and found without fault at the start.
struct AccountLetterTemplates {
    private let templates: [AccountLetters.Name: LetterTemplate]

    init(folder: URL) throws {
        var templates: [AccountLetters.Name: LetterTemplate] = [:]
        for name in AccountLetters.Name.allCases {
            var definition = LetterDefinition(name: name.rawValue, subject: [:], body: [:])
            for language in Language.allCases {
                let file = folder.appending(path: "\(name.rawValue).\(language.rawValue).txt")
                let text = try String(contentsOf: file, encoding: .utf8)
                let parts = text.split(separator: "\n\n", maxSplits: 1)
                guard parts.count == 2, parts[0].hasPrefix("Subject: ") else {
                    throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: file.path])
                }
                definition.subject[language] = String(parts[0].dropFirst("Subject: ".count))
                definition.body[language] = String(parts[1])
            }
            let template = try LetterTemplate(definition)
            if let fault = template.faults(knowing: name.fields).first { throw fault }
            templates[name] = template
        }
        self.templates = templates
    }

    /// The letters of an installation that is reached under that address.
    func letters(address: String) -> AccountLetters {
        let templates = templates
        return AccountLetters(
            link: { name, secret in
                switch name {
                case .verifyEmail: address + Paths.verification(secret ?? "")
                case .resetPassword: address + Paths.passwordReset(secret ?? "")
                case .alreadyRegistered: address + Paths.signIn
                case .membershipReceived, .membershipWaiting, .membershipApproved, .membershipRefused,
                    .membershipEnded:
                    address + Paths.memberships
                case .roleGranted, .reviewsAsked, .judgesMissing, .reviewsTakenOff, .reviewReopened:
                    address + Paths.desks
                case .callExtended, .callEndSet: address + Paths.following
                }
            },
            write: { name, language, fields in
                guard let letter = templates[name]?.render(fields, in: language) else {
                    throw CocoaError(.fileReadNoSuchFile)
                }
                return WrittenLetter(subject: letter.subject, body: letter.body)
            })
    }
}
